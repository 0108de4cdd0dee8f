import type { Hundredths } from '../../../kernel/marks.ts'
import { editionOf, findWorkContent, isEditionId, isLevelCode, levelOf } from '../../standard/contract.ts'
import type { Paper } from './award-decision.ts'
import { passLine } from './pass-line.ts'
import type { AreaMark, SkillMark } from './session-results.ts'

/** One area as a share of what it could have given: tenths of a mark out of 100. */
export type AreaView = { readonly paper: Paper; readonly label: string; readonly outOf100: number }

/** Areas as the radar shows them; the label is the last part of the area's path. Areas without items are left out. */
export function areaViews(areas: readonly AreaMark[]): readonly AreaView[] {
  return areas
    .filter(a => a.maximum > 0)
    .map(a => ({ paper: a.paper, label: labelOf(a.area), outOf100: Math.round((a.mark * 1000) / a.maximum) / 10 }))
}

/** A 工作内容 of the edition with the skills shown in it, each as a share of what it could have given: tenths of a mark out of 100. */
export type WorkContentView = {
  readonly code: string
  readonly function: string
  readonly name: string
  readonly outOf100: number
  readonly skills: readonly { readonly name: string; readonly outOf100: number }[]
}

/** Skills as the result shows them, under the 工作内容 they belong to; a number that the edition does not have stands by itself. */
export function skillViews(editionId: string, skills: readonly SkillMark[]): readonly WorkContentView[] {
  const shown = skills.filter(skill => skill.maximum > 0)
  return [...Map.groupBy(shown, skill => skill.code)].map(([code, same]) => {
    const known = isEditionId(editionId) ? findWorkContent(editionOf(editionId), code) : undefined
    return {
      code,
      function: known?.function ?? '',
      name: known?.name ?? code,
      outOf100: shareOf(same),
      skills: same.map(skill => ({ name: skill.name, outOf100: shareOf([skill]) })),
    }
  })
}

function shareOf(skills: readonly SkillMark[]): number {
  const sum = (pick: (skill: SkillMark) => number) => skills.reduce((total, skill) => total + pick(skill), 0)
  return Math.round((sum(skill => skill.mark) * 1000) / sum(skill => skill.maximum)) / 10
}

function labelOf(area: string): string {
  return area.split(/\s*[/›|]\s*/).findLast(part => part !== '') ?? area
}

/** The least mark of each paper of a level, hundredths; empty when the edition states none. */
export function minimaOf(editionId: string, level: string): Partial<Readonly<Record<Paper, Hundredths>>> {
  const rule = passLine(editionId, level)
  return rule.ok ? Object.fromEntries(rule.value.required.map(r => [r.paper, r.minimum])) : {}
}

/** Title and edition of a level in the edition's own words. */
export function levelWords(editionId: string, level: string): { readonly title: string; readonly edition: string } {
  if (!isEditionId(editionId) || !isLevelCode(level)) return { title: level, edition: editionId }
  const edition = editionOf(editionId)
  const found = levelOf(edition, level)
  return { title: found.ok ? found.value.name.value : level, edition: edition.title.value }
}
