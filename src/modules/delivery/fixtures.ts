import { type Instant, instantOf } from '../../kernel/instant.ts'
import type { AttemptId, Placing, SittingId } from './core/attempt/attempt.ts'
import { type PaperPackage, type Sha256, finishPackage } from './core/paper/package.ts'
import { AttemptRules } from './core/attempt/rules.ts'
import { type SitePapers, SiteRoster } from './core/site/site-package.ts'

export const SITTING = '5f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c' as SittingId
export const ATTEMPT = '7a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' as AttemptId
export const PACKAGE = '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901'
/** Half past eight in the morning of an exam day. */
export const OPENING: Instant = instantOf('2026-11-29T08:30:00+08:00')

/** The rules of the national final, opening at half past eight unless told otherwise. */
export function theRules(changes: Partial<AttemptRules> = {}): AttemptRules {
  return { ...AttemptRules.parse({ opensAt: OPENING }), ...changes }
}

/** A candidate placed at seat 12 for the theory paper of ninety minutes. */
export function aPlacing(changes: Partial<Placing> = {}): Placing {
  return {
    attemptId: ATTEMPT,
    sittingId: SITTING,
    candidateRef: 'application-1',
    paper: 'theory',
    packageId: PACKAGE,
    ticketNumber: '20261129110100012',
    maskedName: '陈*',
    roomLabel: '第一考场',
    seatLabel: '12',
    rules: theRules(),
    ledger: { allottedMinutes: 90, allowanceMinutes: 0, creditMinutes: 0 },
    epoch: 1,
    ...changes,
  }
}

const choice = (at: number, several: boolean) => ({
  itemId: `item-${several ? 'm' : 's'}${at}`,
  itemVersionId: `item-${several ? 'm' : 's'}${at}-v1`,
  type: several ? ('multiple-choice' as const) : ('single-choice' as const),
  marks: several ? 200 : 100,
  area: 'A1',
  stimulusId: null,
  content: {
    version: 2,
    stem: [{ kind: 'paragraph', text: `第${at}题的题干。` }],
    options: ['甲', '乙', '丙', '丁'].map((text, place) => ({ id: `option-${at}-${place}`, text, pinned: false })),
  },
})
const statement = (at: number) => ({
  itemId: `item-t${at}`,
  itemVersionId: `item-t${at}-v1`,
  type: 'true-false' as const,
  marks: 50,
  area: 'A2',
  stimulusId: null,
  content: { version: 2, stem: [{ kind: 'paragraph', text: `第${at}个判断。` }] },
})
/** A picture of one grey dot, and its name. */
export const DOT = {
  media: '4363d2d4b0ae7e30ac2169f76d0ca44c9893627f7a9c653fc24af45eed764df6',
  mediaType: 'image/png' as const,
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWPo6OgAAAM0AZmUse0HAAAAAElFTkSuQmCC',
}

/** A paper with material that two items share, a picture, and an item that takes files. */
export function aPackageWithMaterial(sha256: Sha256, packageId = '6c1d3a5e-7b92-4c4f-8a0d-2e4f6a8c0b1d'): PaperPackage {
  const about = (at: number) => ({ ...choice(at, false), stimulusId: 'material-1' })
  const file = {
    itemId: 'item-f1',
    itemVersionId: 'item-f1-v1',
    type: 'file-answer' as const,
    marks: 500,
    area: 'A3',
    content: {
      version: 1,
      stem: [{ kind: 'paragraph', text: '添加所作的文件。' }],
      accept: ['image/png', 'text/csv'],
      mostBytes: 4096,
      mostFiles: 2,
    },
  }
  const prose = [
    { kind: 'paragraph' as const, text: '店铺数据见图。' },
    { kind: 'picture' as const, media: DOT.media, alt: '灰点', width: 1, height: 1 },
  ]
  const items = [choice(1, false), about(2), about(3), choice(4, false), choice(5, false), file]
  return finishPackage(
    {
      version: 1,
      packageId,
      editionId: 'ec-2005',
      level: '4',
      paper: 'theory',
      title: '有材料的试卷',
      minutes: 90,
      sections: [{ sectionId: 'all', title: '一、试题', instructions: '', items }],
      media: [DOT],
      stimuli: [{ stimulusId: 'material-1', title: '材料一', prose }],
    },
    sha256,
  )
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

/** A theory paper with as many items of each kind as asked for. */
export function aPackage(
  sha256: Sha256,
  size: { single?: number; multiple?: number; trueFalse?: number } = {},
  packageId = PACKAGE,
): PaperPackage {
  const sections = [
    {
      sectionId: 'single',
      title: '一、单项选择题',
      instructions: '每题只有一个正确选项。',
      items: upTo(size.single ?? 4).map(at => choice(at, false)),
    },
    {
      sectionId: 'multiple',
      title: '二、多项选择题',
      instructions: '每题有一个以上正确选项，错选、少选、多选均不得分。',
      items: upTo(size.multiple ?? 2).map(at => choice(at, true)),
    },
    { sectionId: 'true-false', title: '三、判断题', instructions: '', items: upTo(size.trueFalse ?? 2).map(statement) },
  ].filter(section => section.items.length > 0)
  return finishPackage(
    {
      version: 1,
      packageId,
      editionId: 'ec-2005',
      level: '4',
      paper: 'theory',
      title: '电子商务师（四级）理论知识',
      minutes: 90,
      sections,
    },
    sha256,
  )
}

/** A practical paper of one item of the laboratory and one question beside it. `document`: what the item is played with, if anything. */
export function aPracticalPackage(
  sha256: Sha256,
  {
    task,
    document = null,
    packageId = PRACTICAL,
  }: { readonly task: string; readonly document?: string | null; readonly packageId?: string },
): PaperPackage {
  const world = {
    itemId: WORLD_ITEM,
    itemVersionId: `${WORLD_ITEM}-v1`,
    type: 'lab-task' as const,
    marks: 3000,
    area: 'B1',
    content: {
      version: 2,
      brief: [{ kind: 'paragraph', text: '在模拟世界中完成任务。' }],
      scenario: 'tea-office',
      scenarioVersion: 1,
      seed: null,
      task,
    },
  }
  return finishPackage(
    {
      version: 1,
      packageId,
      editionId: 'ec-2005',
      level: '4',
      paper: 'practical',
      title: '电子商务师（四级）操作技能',
      minutes: 90,
      sections: [{ sectionId: 'practical', title: '一、实验操作题', instructions: '', items: [world, choice(1, false)] }],
      laboratory: document === null ? [] : [{ task, sha256: document }],
    },
    sha256,
  )
}
const PRACTICAL = '4d5e6f70-8192-43a4-85c6-d7e8f9011223'
export const WORLD_ITEM = 'item-world'

export const SITE_PACKAGE = '3c4d5e6f-7081-4293-a4b5-c6d7e8f90112'
/** The ticket of the n-th candidate of `aRoster`, from 1. */
export const ticketOf = (n: number): string => `2026112911010${String(n).padStart(4, '0')}`

/** A site with two rooms of three seats and one spare each, four candidates in the first sitting, a manager, an engineer, two invigilators. */
export function aRoster(passVerifier: string, changes: Partial<SiteRoster> & { readonly opensAt?: Instant } = {}): SiteRoster {
  const { opensAt = OPENING, ...rest } = changes
  const seats = [
    ['第一考场', '1'],
    ['第一考场', '2'],
    ['第一考场', '3'],
    ['第二考场', '1'],
  ] as const
  const staff = (staffId: string, name: string, duties: readonly string[]) => ({ staffId, name, duties, passVerifier })
  return SiteRoster.parse({
    version: 1,
    sitePackageId: SITE_PACKAGE,
    rehearsal: true,
    title: '2026年11月考次',
    siteCode: '91012001',
    siteName: '示范考点',
    sittings: [{ sittingId: SITTING, title: '四级理论上午场', paper: 'theory', level: '4', rules: { opensAt }, fault: {} }],
    rooms: ['第一考场', '第二考场'].map(roomLabel => ({ roomLabel, seats: ['1', '2', '3'], spareSeats: ['备1'] })),
    candidates: seats.map(([roomLabel, seatLabel], at) => ({
      sittingId: SITTING,
      candidateRef: `candidate-${at + 1}`,
      packageId: PACKAGE,
      ticketNumber: ticketOf(at + 1),
      maskedName: '陈*',
      maskedIdNumber: '110101********123X',
      faceJpegBase64: at === 0 ? 'AAAA' : null,
      roomLabel,
      seatLabel,
    })),
    staff: [
      staff('manager', '赵主任', ['site-manager']),
      staff('engineer', '钱工', ['site-engineer']),
      staff('keeper-1', '孙老师', ['invigilator']),
      staff('keeper-2', '李老师', ['invigilator']),
    ],
    pairKey: 'ab'.repeat(32),
    ...rest,
  })
}

/** The papers that belong to `aRoster`. */
export function thePapers(sha256: Sha256): SitePapers {
  return { version: 1, sitePackageId: SITE_PACKAGE, papers: [aPackage(sha256)] }
}
