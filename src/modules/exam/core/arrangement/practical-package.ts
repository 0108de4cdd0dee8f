import { finishPackage, type PaperPackage, type Sha256 } from '../../../delivery/contract.ts'

/**
 * The package of the practical paper as the hall plays it: assessors mark the work itself, so it holds no task. Its only item is
 * the statement a candidate confirms at the end; it carries the minutes of the paper and the kind of its attempts.
 */
export function practicalPackage(
  of: { readonly packageId: string; readonly editionId: string; readonly level: string; readonly levelName: string; readonly minutes: number },
  sha256: Sha256,
): PaperPackage {
  const { packageId, editionId, level, levelName, minutes } = of
  const statement = { kind: 'paragraph', text: '本人已在指定机位独立完成操作技能科目，工作成果已经保存。' }
  const item = {
    itemId: 'hand-over-statement',
    itemVersionId: `hand-over-statement-${packageId}`,
    type: 'true-false' as const,
    marks: 1,
    area: '',
    content: { version: 2, stem: [statement] },
  }
  const section = { sectionId: 'hall', title: '操作技能', instructions: '按考场发放的试题单在机位上完成，由考评员评分。', items: [item] }
  const title = `${levelName}操作技能`
  return finishPackage({ version: 1, packageId, editionId, level, paper: 'practical', title, minutes, sections: [section] }, sha256)
}
