import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateShape, StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { PAPER_NAMES, type SittingView } from '../../../contract.ts'
import { phaseTones } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { phaseOf } from './day-plan.ts'

type Props = { readonly sitting: SittingView; readonly now: number; readonly siteShown: boolean }

/** One sitting in a line: what, where, how many are in which state, and the phase. */
export function SittingCard({ sitting, now, siteShown }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const phase = phaseOf(sitting, now)
  return (
    <>
      <div className="z-today-what">
        <strong>
          {sitting.levelName}·{PAPER_NAMES[sitting.paper][language]}
        </strong>
        <span className="z-note">
          {siteShown && <span>{sitting.siteName}</span>}
          <span>{fill(words.today.until, { clock: clockOf(instant(sitting.endsAt)) })}</span>
          <span>{fill(words.today.rooms, { n: sitting.rooms })}</span>
        </span>
      </div>
      <Counts sitting={sitting} />
      <StateWord tone={phaseTones[phase]}>{words.phases[phase]}</StateWord>
      <Icon name="chevron-right" size={16} />
    </>
  )
}

function Counts({ sitting: { seats } }: Pick<Props, 'sitting'>) {
  const words = useWords(zh, en).states
  const present = useWords(zh, en).today.present
  const parts: readonly (readonly [Tone, string, number])[] = [
    ['waiting', words.expected, seats.expected],
    ['running', present, seats.checkedIn],
    ['done', words['handed-in'], seats.finished],
    ['ended', words.absent, seats.absent],
  ]
  return (
    <div className="z-today-counts">
      <span className="z-share" aria-hidden="true">
        {parts.map(([tone, , n]) => n > 0 && <span key={tone} className={`z-tone-${tone}`} style={{ flexGrow: n }} />)}
      </span>
      <span className="z-today-figures">
        {parts.map(([tone, word, n]) => (
          <span key={tone} className={n === 0 ? 'z-figure-none' : ''}>
            <StateShape tone={tone} />
            {word}
            <b className="z-number">{n}</b>
          </span>
        ))}
      </span>
    </div>
  )
}
