/** What is done with cases: enough in each to fold the case's row from its entries. */
export const caseActions = {}
