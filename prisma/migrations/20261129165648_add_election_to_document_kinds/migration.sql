-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'ELECTION';
