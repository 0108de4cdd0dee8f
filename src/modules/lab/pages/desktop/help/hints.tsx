import { call, type AnswerOf, type Told } from '../../../../../ui/client.ts'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useCallback, useEffect, useState } from '../../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readHints } from '../../../contract.ts'
import { Asked } from '../task-acts.tsx'
import type { HeldWorld } from '../use-world.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Hint = AnswerOf<typeof readHints>['hints'][number]
type Props = { readonly held: HeldWorld; readonly worldId: string }

/** Lines of what then happens; more would be the whole solution. */
const MOST_LINES = 3

/** The hints of the practice mode. Each says what it is about and what it costs before it is opened; they are read when somebody looks. */
export function Hints({ held, worldId }: Props) {
  const words = useWords(zh, en).hints
  const [shown, setShown] = useState(false)
  const { hints, told, open } = useHints({ held, worldId }, shown)
  return (
    <details className="lab-hints" onToggle={event => setShown((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>{words.title}</summary>
      <p className="z-note">{words.lead}</p>
      {told !== null && <RefusalNote refusal={told} />}
      {hints === null && told === null && <p className="z-note">{words.loading}</p>}
      {hints?.length === 0 && <p className="z-note">{words.none}</p>}
      <ul>
        {(hints ?? []).map(hint => (
          <OneHint hint={hint} busy={held.busy} onOpen={() => open(hint.check)} key={hint.check} />
        ))}
      </ul>
    </details>
  )
}

function useHints({ held: { act }, worldId }: Props, shown: boolean) {
  const [hints, setHints] = useState<readonly Hint[] | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const read = useCallback(async (): Promise<void> => {
    const answer = await call(readHints, { params: { worldId } })
    setTold(answer.ok ? null : answer.refusal)
    if (answer.ok) setHints(answer.value.hints)
  }, [worldId])
  useEffect(() => {
    if (shown) void read()
  }, [shown, read])
  const open = async (check: string): Promise<void> => {
    const acted = await act('desk.hint.open', { check })
    if (acted.kind === 'done') await read()
  }
  return { hints, told, open }
}

function OneHint({ hint, busy, onOpen }: { readonly hint: Hint; readonly busy: boolean; readonly onOpen: () => Promise<void> }) {
  const words = useWords(zh, en).hints
  const n = hint.cost / 100
  const { text } = hint
  return (
    <li>
      <p>{hint.say}</p>
      {text === null ? (
        <Asked
          label={fill(words.open, { n })}
          question={fill(words.ask, { say: hint.say, n })}
          disabled={busy}
          onYes={() => void onOpen()}
        />
      ) : (
        <div className="lab-hint">
          {text.tips.map(tip => (
            <p key={tip}>{tip}</p>
          ))}
          {text.steps.map((step, i) => (
            <div key={i}>
              <p>{fill(words.step, { app: step.app, zh: step.zh })}</p>
              {step.expect.length > 0 && (
                <p className="z-note">{fill(words.after, { lines: [...new Set(step.expect)].slice(0, MOST_LINES).join('；') })}</p>
              )}
            </div>
          ))}
          <p className="z-note">{fill(words.opened, { n })}</p>
        </div>
      )}
    </li>
  )
}
