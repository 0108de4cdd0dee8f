/**
 * The session a page opens with when the address names none: the latest whose day of examination has come,
 * else the next one to come; undefined without sessions. Days are `YYYY-MM-DD`.
 */
export function sessionToShow<S extends { readonly day: string }>(sessions: readonly S[], today: string): S | undefined {
  const inOrder = sessions.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return inOrder.findLast(session => session.day <= today) ?? inOrder[0]
}
