import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { clockSeconds } from '../desk/ago.ts'
import { useTicking } from '../desk/hall.ts'
import { isClockOff } from '../desk/server-clock.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The server itself: its clock against that of this machine. */
export function ServerStep({ offsetMs }: { readonly offsetMs: number }) {
  const words = useWords(zh, en).server
  const now = useTicking(1_000) + offsetMs
  const off = isClockOff(offsetMs)
  return (
    <dl className="h-server">
      <div>
        <dt>{words.clock}</dt>
        <dd>
          <b>{clockSeconds(now)}</b>
          <StateWord tone={off ? 'waiting' : 'done'}>
            {off ? fill(words.clockOff, { n: Math.round(Math.abs(offsetMs) / 1000) }) : words.clockGood}
          </StateWord>
        </dd>
      </div>
    </dl>
  )
}
