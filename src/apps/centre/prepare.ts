/** Builds the pages when their sources changed; the other verbs serve none. */
export async function prepare(verb: string): Promise<boolean> {
  if (verb !== 'start' && verb !== 'dev') return false
  const { buildPages } = await import('../../../build/build-pages.ts')
  await buildPages({})
  return true
}
