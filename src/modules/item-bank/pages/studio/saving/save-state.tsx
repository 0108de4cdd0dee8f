import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SaveState } from './draft-saver.ts'

const TONES: Readonly<Record<SaveState['kind'], Tone>> = {
  saved: 'done',
  unsaved: 'waiting',
  saving: 'running',
  refused: 'failing',
  lost: 'failing',
}

/** Whether the draft is kept, in words, always in sight. */
export function SaveStateWord({ state }: { readonly state: SaveState }) {
  const words = useWords(zh, en).save
  const said = state.kind === 'saved' && state.at !== null ? fill(words.savedAt, { at: clockOf(instant(state.at)) }) : words[state.kind]
  return (
    <span role="status" className="z-save-state">
      <StateWord tone={TONES[state.kind]}>{said}</StateWord>
    </span>
  )
}
