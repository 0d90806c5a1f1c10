/** A comparison with the sources of each cell, which are in the database alone. */
export const withSources = `query Sources($propositions: [String!]!, $parties: [String!]!) {
  comparison(parties: $parties, scope: { propositions: $propositions }) {
    rows(first: 5) { nodes { proposition { text } cells { position stance { heldFrom citations { locator document { key title } } } } } }
  }
}`;
