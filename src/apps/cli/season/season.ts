/** placeholder while steps are written */
export async function season(_words: readonly string[]): Promise<number> {
  return 0
}
