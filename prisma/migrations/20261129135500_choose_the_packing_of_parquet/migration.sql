-- CreateEnum
CREATE TYPE "ParquetCompression" AS ENUM ('ZSTD', 'SNAPPY');

-- AlterTable
ALTER TABLE "export_definition" ADD COLUMN     "parquet_compression" "ParquetCompression" NOT NULL DEFAULT 'ZSTD';
