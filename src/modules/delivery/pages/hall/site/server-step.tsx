import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { showBytes } from '../../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { clockSeconds } from '../desk/ago.ts'
import { type Site, useTicking } from '../desk/hall.ts'
import { isClockOff } from '../desk/server-clock.ts'
import type { Arming } from './site-steps.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Peer = NonNullable<Site['peer']>

type ServerProps = { readonly offsetMs: number; readonly peer: Peer | null; readonly arming: Arming | undefined }

/** The servers: how it stands with the other one, the clock of this one against that of this machine, and what is left on the disk. */
export function ServerStep({ offsetMs, peer, arming }: ServerProps) {
  const words = useWords(zh, en).server
  const now = useTicking(1_000) + offsetMs
  const off = isClockOff(offsetMs)
  return (
    <dl className="h-server">
      <div>
        <dt>{words.peer}</dt>
        <dd>
          <b>{peer === null || peer.state === 'none' ? words.alone : words.pair}</b>
          <PeerWord peer={peer} />
        </dd>
      </div>
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
        <dt>{words.disk}</dt>
        <dd>
          <DiskWord arming={arming} />
        </dd>
      </div>
    </dl>
  )
}

/** What is left, and what the check of the day has to say of it. */
function DiskWord({ arming }: { readonly arming: Arming | undefined }) {
  const words = useWords(zh, en).server
  const language = useLanguage()
  const finding = arming?.findings.find(one => /^timeline-\d+-disk$/.test(one.code))
  const free = arming?.diskFreeBytes ?? null
  if (free === null) return <span className="z-note">{words.freeUnknown}</span>
  return (
    <>
      <b>{fill(words.free, { size: showBytes(free, language) })}</b>
      <StateWord tone={finding === undefined ? 'done' : finding.verdict === 'in-the-way' ? 'failing' : 'waiting'} sentence>
        {finding?.[language] ?? words.freeGood}
      </StateWord>
    </>
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
