import { call, type AnswerOf } from '../../../../ui/client.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { useEffect, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type submitWorld, readGuide } from '../../contract.ts'
import type { Around, WorldAnswer } from '../app-page.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { AnswerSheet } from './answer-sheet.tsx'
import { type DeskView, TaskActs } from './task-acts.tsx'
import { ScorePanel } from './score-panel.tsx'
import type { HeldWorld } from './use-world.ts'

type Props = { readonly held: HeldWorld; readonly world: WorldAnswer; readonly open: boolean; readonly onToggle: () => void }
type Score = NonNullable<AnswerOf<typeof submitWorld>['score']>
/** The task beside the desktop: what to do, the answer sheet, marking, resetting, submitting, and the marks where they may be seen. */
export function TaskPane({ held, world, open, onToggle }: Props) {
  const words = useWords(zh, en).task
  const [score, setScore] = useState<Score | null>(null)
  if (!open)
    return (
      <button type="button" className="lab-open-task z-button" onClick={onToggle}>
        {words.show}
      </button>
    )
  const desk = ((world.view as Around).apps['desk'] ?? {}) as DeskView
  return (
    <aside className="lab-task" aria-label={words.title}>
      <header>
        <p className="z-note">
          {held.door.isExam ? words.title : <a href="/lab">{words.title}</a>} {world.task}
        </p>
        <h1>{world.title}</h1>
        <p className="z-note">{fill(words.minutes, { n: world.minutes })}</p>
        <button type="button" className="z-icon-button" aria-label={words.hide} onClick={onToggle}>
          <Icon name="chevron-left" size={16} />
        </button>
      </header>
      <section aria-label={words.brief}>
        <h2>{words.brief}</h2>
        <p className="lab-brief">{world.brief.trim()}</p>
      </section>
      {world.mode === 'guided' && <Guide worldId={world.worldId} />}
      {(desk.fields ?? []).length > 0 && <AnswerSheet held={held} fields={desk.fields ?? []} />}
      <TaskActs held={held} world={world} desk={desk} onScore={setScore} />
      {score !== null && <ScorePanel score={score} worldId={world.worldId} />}
    </aside>
  )
}

type Step = AnswerOf<typeof readGuide>['steps'][number]

/** The reference solution of this variant, step by step: what to do, and what then happens. */
function Guide({ worldId }: { readonly worldId: string }) {
  const words = useWords(zh, en).task
  const [steps, setSteps] = useState<readonly Step[]>([])
  useEffect(() => void call(readGuide, { params: { worldId } }).then(answer => answer.ok && setSteps(answer.value.steps)), [worldId])
  return (
    <section aria-label={words.guide}>
      <h2>{words.guide}</h2>
      <ol className="lab-guide">
        {steps.map(({ step, zh: name, expect }) => (
          <li key={step}>
            <strong>{name}</strong>
            {expect.map((line, i) => (
              <p className="z-note" key={i}>
                {line.slice(20)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
