import { call, type AnswerOf } from '../../../../ui/client.ts'
import { useRef, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { checkWorld, submitWorld } from '../../contract.ts'
import type { WorldAnswer } from '../app-page.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { Field } from './answer-sheet.tsx'
import type { HeldWorld } from './use-world.ts'

type Score = NonNullable<AnswerOf<typeof submitWorld>['score']>
/** What the desk says of the task. */
export type DeskView = {
  readonly task?: string
  readonly marked?: boolean
  readonly resets?: boolean
  readonly fields?: readonly Field[]
}
type Props = {
  readonly held: HeldWorld
  readonly world: WorldAnswer
  readonly desk: DeskView
  readonly onScore: (score: Score | null) => void
}

/** Submitting, checking oneself, marking, resetting. What cannot be taken back is asked again. */
export function TaskActs(props: Props) {
  const { held, world, desk } = props
  const words = useWords(zh, en).task
  const { note, submit, check, reset } = useTaskActs(props)
  const checks = world.mode === 'practice' || world.mode === 'guided'
  return (
    <section className="lab-acts" aria-label={words.submit}>
      {desk.task === 'submitted' && <p className="lab-submitted">{words.submitted}</p>}
      <div className="lab-buttons">
        {desk.task === 'submitted' ? (
          <button type="button" className="z-button" onClick={() => void held.act('desk.task.reopen', {})}>
            {words.reopen}
          </button>
        ) : (
          <Asked label={words.submit} question={words.submitAsk} primary disabled={held.busy} onYes={() => void submit()} />
        )}
        {checks && (
          <button type="button" className="z-button" disabled={held.busy} onClick={() => void check()}>
            {words.check}
          </button>
        )}
        <button type="button" className="z-button" onClick={() => void held.act('desk.task.mark', { marked: desk.marked !== true })}>
          {desk.marked === true ? words.unmark : words.mark}
        </button>
        {desk.resets !== false && <Asked label={words.reset} question={words.resetAsk} disabled={held.busy} onYes={reset} />}
      </div>
      <p className="z-note" role="status">
        {note}
      </p>
    </section>
  )
}

function useTaskActs({ held, world, onScore }: Props) {
  const words = useWords(zh, en).task
  const [note, setNote] = useState('')
  const params = { worldId: world.worldId }
  return {
    note,
    submit: async (): Promise<void> => {
      if (held.door.isExam) {
        const done = await held.act('desk.task.submit', { discard: true })
        return setNote(done.kind === 'done' ? words.closed : '')
      }
      const body = { commandId: crypto.randomUUID(), expectedSeq: world.lastSeq, discard: true }
      const answer = await call(submitWorld, { params, body })
      if (!answer.ok) return setNote(answer.refusal.zh)
      held.take(answer.value)
      onScore(answer.value.score)
      setNote(answer.value.score === null && answer.value.ok ? words.closed : '')
    },
    check: async (): Promise<void> => {
      const answer = await call(checkWorld, { params })
      setNote(answer.ok ? fill(words.left, { n: answer.value.left }) : answer.refusal.zh)
      if (answer.ok) onScore(answer.value.score)
    },
    reset: (): void => {
      onScore(null)
      setNote('')
      void held.act('desk.task.reset', {})
    },
  }
}

type AskedProps = {
  readonly label: string
  readonly question: string
  readonly disabled: boolean
  readonly primary?: boolean
  readonly onYes: () => void
}

/** A button that asks before it acts, in a dialog of the page itself. */
function Asked({ label, question, disabled, primary = false, onYes }: AskedProps) {
  const words = useWords(zh, en).task
  const dialogRef = useRef<HTMLDialogElement | null>(null)
  return (
    <>
      <button
        type="button"
        className={primary ? 'z-button z-button-primary' : 'z-button'}
        disabled={disabled}
        onClick={() => dialogRef.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialogRef} className="lab-dialog" aria-label={label}>
        <form method="dialog" onSubmit={onYes}>
          <p>{question}</p>
          <div className="lab-buttons">
            <button type="button" className="z-button" onClick={() => dialogRef.current?.close()}>
              {words.cancel}
            </button>
            <button type="submit" className="z-button z-button-primary">
              {label}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
