/** What a look at one part of the machine brought up. `note`: it runs, but read this; `fault`: it will not run. */
export type Finding = {
  readonly mark: 'ok' | 'note' | 'fault'
  /** what was looked at */
  readonly part: string
  readonly found: string
  /** what to do; blank when nothing */
  readonly remedy: string
}

const MARKS: Readonly<Record<Finding['mark'], string>> = { ok: 'ok  ', note: '说明', fault: '故障' }

export function ok(part: string, found: string): Finding {
  return { mark: 'ok', part, found, remedy: '' }
}

export function note(part: string, found: string, remedy: string): Finding {
  return { mark: 'note', part, found, remedy }
}

export function fault(part: string, found: string, remedy: string): Finding {
  return { mark: 'fault', part, found, remedy }
}

/** One line, and a second one with what to do. */
export function findingLines({ mark, part, found, remedy }: Finding): string[] {
  const line = `${MARKS[mark]}  ${part}：${found}`
  return remedy === '' ? [line] : [line, `      → ${remedy}`]
}
