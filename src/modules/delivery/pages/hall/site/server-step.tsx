import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { clockSeconds } from '../desk/ago.ts'
import { type Site, useTicking } from '../desk/hall.ts'
import { isClockOff } from '../desk/server-clock.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Peer = NonNullable<Site['peer']>

/** The servers: the clock of this one against that of this machine, and how it stands with the other. */
export function ServerStep({ offsetMs, peer }: { readonly offsetMs: number; readonly peer: Peer | null }) {
  const words = useWords(zh, en).server
  const now = useTicking(1_000) + offsetMs
  const off = isClockOff(offsetMs)
  return (
    <dl className="h-server">
      <div>
        <dt>{words.clock}</dt>
        <dd>
          <b>{clockSeconds(now)}</b>
          <StateWord tone={off ? 'waiting' : 'done'} sentence>
            {off ? fill(words.clockOff, { n: Math.round(Math.abs(offsetMs) / 1000) }) : words.clockGood}
          </StateWord>
        </dd>
      </div>
      <div>
        <dt>{words.peer}</dt>
        <dd>
          <PeerWord peer={peer} />
        </dd>
      </div>
    </dl>
  )
}

const TONES: Readonly<Record<Peer['state'], Tone>> = {
  none: 'idle',
  paired: 'done',
  behind: 'running',
  away: 'failing',
  'other-package': 'failing',
  refused: 'failing',
}

function PeerWord({ peer }: { readonly peer: Peer | null }) {
  const words = useWords(zh, en).server
  const state = peer?.state ?? 'none'
  const time = peer?.seenAt ? clockSeconds(peer.seenAt) : words.never
  return (
    <StateWord tone={TONES[state]} sentence>
      {fill(words.peers[state], { name: peer?.name ?? '', n: peer?.waiting ?? 0, time })}
    </StateWord>
  )
}
