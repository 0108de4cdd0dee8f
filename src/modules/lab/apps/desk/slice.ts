import { z } from 'zod'
import { partsFor } from '../../core/app/define-app.ts'
import type { AppSpec } from '../../core/app/lab-app.ts'
import type { Machine } from '../../core/app/machine.ts'

/** A field of the answer sheet: what may be typed there. `decimals` is how many a number must have at most. */
export const Field = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  zh: z.string().min(1),
  type: z.enum(['text', 'number', 'date', 'choice']),
  unit: z.string().nullable().default(null),
  decimals: z.int().min(0).max(6).default(2),
  options: z.array(z.string()).default([]),
})

export const DeskConfig = z.strictObject({
  /** A task may bind the persona, fix the clock, or allow no reset. */
  locked: z.boolean().default(false),
  clockFixed: z.boolean().default(false),
  resets: z.boolean().default(true),
  fields: z.array(Field).default([]),
  docs: z.array(z.strictObject({ name: z.string(), text: z.string() })).default([]),
  /** Ways out for who is stuck, and what they cost in words. */
  rescues: z.array(z.strictObject({ id: z.string(), zh: z.string() })).default([]),
})

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string().max(200) }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string().max(5000) }),
  z.strictObject({ kind: z.literal('table'), rows: z.array(z.array(z.string().max(200)).max(20)).max(100) }),
])
export type Block = z.output<typeof Block>

export type Doc = { name: string; blocks: Block[]; state: string; seq: number }
export type DeskSlice = {
  locked: boolean
  clockFixed: boolean
  resets: boolean
  fields: z.output<typeof Field>[]
  answers: Record<string, { value: string; unit: string | null; seq: number }>
  docs: Doc[]
  touched: string[]
  notes: { id: string; text: string; seq: number }[]
  notices: { id: string; at: number; text: string; read: boolean; seq: number }[]
  history: { persona: string; seq: number }[]
  handed: { doc: string; text: string; seq: number }[]
  remarks: { doc: string; accepted: boolean; text: string; seq: number }[]
  task: string
  marked: boolean
  submissions: { seq: number }[]
  rescues: { id: string; zh: string }[]
  rescued: string[]
}

export const parts = partsFor<DeskSlice>()
export type DeskPart = Pick<AppSpec<DeskSlice>, 'commands' | 'events' | 'refusals'>

/** A document: kept, in the bin for a week, gone. */
export const DOC: Machine = {
  initial: 'kept',
  states: {
    kept: { zh: '已保存', on: { save: 'kept', bin: 'binned' } },
    binned: { zh: '在回收站', on: { restore: 'kept', purge: 'gone' } },
    gone: { zh: '已彻底删除', on: {} },
  },
  triggers: { save: '保存', bin: '删除', restore: '恢复', purge: '清空' },
}

/** The task: what was submitted may be taken up again until the exam ends. */
export const TASK: Machine = {
  initial: 'open',
  states: { open: { zh: '作答中', on: { submit: 'submitted' } }, submitted: { zh: '已提交', on: { reopen: 'open' } } },
  triggers: { submit: '提交', reopen: '继续作答' },
}

export function seedDesk(config: z.output<typeof DeskConfig>): DeskSlice {
  return {
    locked: config.locked,
    clockFixed: config.clockFixed,
    resets: config.resets,
    fields: config.fields,
    answers: {},
    docs: config.docs.map(({ name, text }) => ({ name, blocks: [{ kind: 'paragraph', text }], state: DOC.initial, seq: 0 })),
    touched: [],
    notes: [],
    notices: [],
    history: [],
    handed: [],
    remarks: [],
    task: TASK.initial,
    marked: false,
    submissions: [],
    rescues: config.rescues,
    rescued: [],
  }
}

/** What a document says, one line a block, the cells of a table parted by tabs. */
export function textOf(doc: { readonly blocks: readonly (Block | { readonly kind: string })[] }): string {
  return (doc.blocks as readonly Block[]).map(b => (b.kind === 'table' ? b.rows.map(row => row.join('\t')).join('\n') : b.text)).join('\n')
}
