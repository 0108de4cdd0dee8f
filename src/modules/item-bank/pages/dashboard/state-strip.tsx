import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showCount } from '../../../../ui/format.ts'
import { useWords } from '../../../../ui/words.ts'
import { VERSION_STATES } from '../../contract.ts'
import { listPath } from '../shared/list-path.ts'
import { stateTones } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import type { Figures } from './figures.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly states: Figures['states']; readonly place: { readonly edition: string; readonly level: string } }

/** How many versions stand in each state, in the order of their way; each number leads to them. */
export function StateStrip({ states, place }: Props) {
  const words = useWords(zh, en).states
  const names = useWords(bankZh, bankEn).state
  const count = new Map(states.map(({ state, items }) => [state, items]))
  return (
    <nav className="z-state-strip" aria-label={words.title}>
      {VERSION_STATES.map(state => (
        <Link key={state} to={listPath({ ...place, state })} className={count.has(state) ? '' : 'z-state-none'}>
          <span className="z-state-count">{showCount(count.get(state) ?? 0)}</span>
          <StateWord tone={stateTones[state]}>{names[state]}</StateWord>
        </Link>
      ))}
    </nav>
  )
}
