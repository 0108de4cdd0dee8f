import { finishPackage, type PaperPackage, type Sha256 } from '../../../delivery/contract.ts'

/**
 * The package of the practical paper as the hall plays it: instructions only, for the work is done at the machines and marked by
 * assessors. It carries the minutes of the paper and the kind of its attempts.
 */
export function practicalPackage(
  of: {
    readonly packageId: string
    readonly editionId: string
    readonly level: string
    readonly levelName: string
    readonly minutes: number
  },
  sha256: Sha256,
): PaperPackage {
  const { packageId, editionId, level, levelName, minutes } = of
  const instructions = '按考场发放的试题单在机位上独立完成，工作成果按要求保存，由考评员评分。'
  const section = { sectionId: 'hall', title: '操作技能', instructions, items: [] }
  const title = `${levelName}操作技能`
  return finishPackage({ version: 1, packageId, editionId, level, paper: 'practical', title, minutes, sections: [section] }, sha256)
}
