import { fill, useWords } from '../../../ui/words.ts'
import type { ExamState } from '../engine/exam-state.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

type Told = { readonly text: string; readonly shape: 'done' | 'busy' | 'kept' | 'alarm' }

/** Where the candidate's work is, always in words; the shape beside them repeats it. */
export function SaveState({ state }: { readonly state: ExamState }) {
  const { text, shape } = useTold(state)
  return (
    <p className={`x-save x-save-${shape}`} role="status" aria-live="polite">
      <span className="x-save-shape" aria-hidden="true" />
      <span>{text}</span>
    </p>
  )
}

function useTold(state: ExamState): Told {
  const words = useWords(zh, en).save
  const { save, standing, durableLog } = state
  if (standing === 'waiting') return { text: words.waiting, shape: 'alarm' }
  if (standing === 'fenced') return { text: words.fenced, shape: 'alarm' }
  if (standing === 'second-tab') return { text: words.secondTab, shape: 'alarm' }
  switch (save.kind) {
    case 'saved-twice':
      return { text: words.savedTwice, shape: 'done' }
    case 'saved':
      return durableLog ? { text: words.saved, shape: 'done' } : { text: `${words.saved} · ${words.noLog}`, shape: 'kept' }
    case 'saving':
      return { text: words.saving, shape: 'busy' }
    case 'kept':
      return { text: fill(words.kept, { count: save.waiting }), shape: 'kept' }
    case 'in-memory':
      return { text: fill(words.memory, { count: save.waiting }), shape: 'alarm' }
  }
}
