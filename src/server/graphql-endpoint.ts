export const graphqlEndpoint = '/graphql';
