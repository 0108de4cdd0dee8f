/**
 * Which schools a wording of the clauses covers besides the school of that very name. Editions name the same schools
 * differently (高级技校, 高级技工学校) and gather them under wider words (技工院校). Reconstructed from the usage of the
 * labour and education authorities; a word that is not listed covers only itself.
 */
const COVERS: Readonly<Record<string, readonly string[]>> = {
  中等以上职业学校: ['中等职业学校', '技工学校', '高级技工学校', '技师学院', '高等职业学校', '职业技术学院'],
  中等及以上职业学校: ['中等职业学校', '技工学校', '高级技工学校', '技师学院', '高等职业学校', '职业技术学院'],
  中等及以上职业院校: ['中等职业学校', '高等职业学校', '职业技术学院'],
  职业学校: ['中等职业学校', '高等职业学校', '职业技术学院'],
  技工院校: ['技工学校', '高级技工学校', '技师学院'],
  技工院校高级工班: ['技工学校', '高级技工学校', '技师学院'],
  高级技校: ['高级技工学校'],
  高职: ['高等职业学校', '职业技术学院'],
  高等职业学校: ['职业技术学院'],
  大学: ['普通高等学校'],
  普通高校: ['普通高等学校'],
}

/** The kinds a form offers; every wording of the published editions is covered by at least one of them. */
export const INSTITUTION_KINDS = [
  '中等职业学校',
  '技工学校',
  '高级技工学校',
  '技师学院',
  '高等职业学校',
  '职业技术学院',
  '普通高等学校',
] as const

/** Is a school of this kind among those a clause names? */
export function isNamed(kind: string, words: readonly string[]): boolean {
  return words.some(word => word === kind || (COVERS[word]?.includes(kind) ?? false))
}
