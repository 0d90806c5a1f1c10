import type { CodegenConfig } from '@graphql-codegen/cli';

/** graphql-codegen's configuration for the page's generated files; scripts/print-page-queries.ts runs it and selects the files to commit. */
export const codegen: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['src/web/**/*.graphql'],
  silent: true,
  generates: {
    'src/web/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        // The page may support others once it knows what they are.
        defaultScalarType: 'unknown',
        scalars: { Date: 'string', DateTime: 'string', URL: 'string' },
      },
    },
  },
};
