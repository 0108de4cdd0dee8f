import { type Result, ok } from '../../../../kernel/result.ts'
import { type CommandPlace, type carryOutCommand, type openItemWorld, backOffMs } from '../../../../modules/delivery/contract.ts'
import type { AnswerOf, Told } from '../../../../ui/client.ts'
import { type Desk, pause, show } from '../desk.ts'
import { obstacleOf } from '../exam-state.ts'
import { mayRetry } from '../../ports/exam-server.ts'
import { worked } from '../sheet.ts'

export type OpenedWorld = AnswerOf<typeof openItemWorld>['world']
export type WorldTurn = AnswerOf<typeof carryOutCommand>['outcome']
/** What is done in a world; `expectedSeq` is the last event of it that the page shows. */
export type Act = { readonly type: string; readonly data: unknown; readonly expectedSeq: number }

/** The world of one item, while its paper is open. */
export type ItemWorld = {
  open(): Promise<Result<OpenedWorld, Told>>
  /** Resolves once a server has saved the step and carried it out, however long the line is down; refused when the work cannot go on. */
  act(act: Act): Promise<Result<WorldTurn, Told>>
  /** The bytes of a file out of an app. */
  file(app: string, file: string): Promise<Result<Blob, Told>>
}

const NOT_NOW: Told = {
  code: 'not-now',
  status: 0,
  facts: {},
  zh: '现在不能操作：考试已暂停、网络中断或本机不能作答。这一步没有执行，恢复后请再做一次。',
  en: 'Nothing can be done just now. This step was not taken; do it again when the work goes on.',
}
const OVER: Told = { code: 'attempt-over', status: 0, facts: {}, zh: '作答已经结束。', en: 'The attempt is over.' }
const TOO_LONG: Told = {
  code: 'step-too-long',
  status: 0,
  facts: {},
  zh: '这一步的内容过长，没有执行。请把内容分几次保存。',
  en: 'This step is too long and was not taken. Save it in parts.',
}
/** As the server bounds a step; measured here so that the work never hangs on one that nobody takes. */
const MOST_CHARACTERS = 15_000
const WATCH_MS = 40
/** The step is saved, and the server does not get to it yet. */
const SOON = new Set(['command-not-saved', 'world-behind', 'world-busy', 'hall-paused', 'peer-behind', 'network-lost'])

export function itemWorld(desk: Desk, itemId: string): ItemWorld {
  let through: CommandPlace | null = null
  const { server } = desk.parts
  return {
    async open() {
      const opened = await untilReached(desk, token => server.openWorld(token, itemId))
      if (!opened.ok) return opened
      through = opened.value.through
      return ok(opened.value.world)
    },
    async act({ type, data, expectedSeq }) {
      const { phase } = desk.state
      const { entry } = desk
      if (phase.kind !== 'paper' || !entry?.saver) return { ok: false, refusal: OVER }
      if (obstacleOf(desk.state) !== null) return { ok: false, refusal: NOT_NOW }
      const value = { type, data, expectedSeq, after: through }
      if (JSON.stringify(value).length > MOST_CHARACTERS) return { ok: false, refusal: TOO_LONG }
      entry.saver.record({ kind: 'command', itemId, value }, 'choice')
      const place = { epoch: entry.epoch, seq: entry.saver.lastSeq() }
      if (!(await saved(desk, place))) return { ok: false, refusal: OVER }
      const turn = await untilReached(desk, token => server.carryOut(token, itemId, place))
      if (!turn.ok) return turn
      through = turn.value.through
      if (desk.state.phase.kind === 'paper') show(desk, { ...desk.state.phase, sheet: worked(desk.state.phase.sheet, itemId) })
      return ok(turn.value.outcome)
    },
    file: (app, file) => untilReached(desk, token => server.worldFile(token, itemId, { app, file })),
  }
}

/** Until a server has the event; false when the paper is over. The outbox sends it for as long as it takes. */
async function saved(desk: Desk, place: CommandPlace): Promise<boolean> {
  for (;;) {
    const { saver } = desk.entry ?? {}
    if (desk.state.phase.kind !== 'paper' || !saver) return false
    if (!saver.unsent().some(event => event.epoch === place.epoch && event.seq === place.seq)) return true
    await pause(desk, WATCH_MS)
  }
}

/** Asks until a server answers with more than "not yet"; what is asked may be asked again without harm. */
async function untilReached<T>(desk: Desk, ask: (token: string) => Promise<Result<T, Told>>): Promise<Result<T, Told>> {
  for (let failures = 1; ; failures++) {
    const { entry } = desk
    if (desk.state.phase.kind !== 'paper' || entry === null) return { ok: false, refusal: OVER }
    const reply = await ask(entry.token)
    // the page took its attempt up anew meanwhile: the refusal was for the entry before
    if (!reply.ok && desk.entry !== null && desk.entry.token !== entry.token) continue
    if (reply.ok || !(mayRetry(reply.refusal) || SOON.has(reply.refusal.code))) return reply
    await pause(desk, Math.min(2_000, backOffMs(failures, desk.parts.dice)))
  }
}
