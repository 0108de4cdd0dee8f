import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { Told } from '../../../../../ui/client.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Shown } from './ticket-desk.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type ComerProps = {
  readonly comer: Shown
  /** When the face came up, by this machine's clock. */
  readonly shownAt: number
  readonly busy: boolean
  readonly refusal: Told | null
  readonly onAdmit: () => void
  readonly onNext: () => void
}

/** Scanners may send two line ends: a press that follows the look at once was not made by a person who compared a face. */
const LOOK_AT_LEAST_MS = 500

/** The person of a ticket, to be compared with the one at the door. */
export function Comer({ comer, shownAt, busy, refusal, onAdmit, onNext }: ComerProps) {
  const words = useWords(zh, en)
  const [rejected, setRejected] = useState(false)
  const admit = useRef<HTMLButtonElement>(null)
  useEffect(() => admit.current?.focus(), [])
  const press = () => {
    if (Date.now() - shownAt >= LOOK_AT_LEAST_MS) onAdmit()
  }
  return (
    <div className="h-comer">
      <Face comer={comer} />
      <div className="h-comer-facts">
        <p className="h-comer-name">{comer.maskedName}</p>
        <p className="h-comer-seat">{fill(words.seatText, { room: comer.roomLabel, seat: comer.seatLabel })}</p>
        <dl className="h-facts">
          <div>
            <dt>{words.idNumber}</dt>
            <dd>{comer.maskedIdNumber}</dd>
          </div>
          <div>
            <dt>{words.ticket}</dt>
            <dd className="h-ticket">{comer.ticketNumber}</dd>
          </div>
          {comer.allowanceMinutes > 0 && (
            <div>
              <dt>{words.allowance}</dt>
              <dd>{fill(words.allowanceText, { n: comer.allowanceMinutes })}</dd>
            </div>
          )}
        </dl>
        {comer.absentAt !== null && <p className="h-warn">{words.absentNow}</p>}
        {comer.checkedInAt !== null && <p className="h-warn">{fill(words.again, { time: clockOf(instant(comer.checkedInAt)) })}</p>}
        {rejected && <p className="h-warn">{words.rejectHow}</p>}
        <RefusalNote refusal={refusal} />
        <div className="h-act-foot h-comer-foot">
          <Button size="large" danger onClick={() => (rejected ? onNext() : setRejected(true))}>
            {rejected ? words.next : words.reject}
          </Button>
          <Button ref={admit} size="large" type="primary" disabled={busy || rejected || comer.absentAt !== null} onClick={press}>
            {comer.checkedInAt === null ? words.admit : words.againButton}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Face({ comer }: { readonly comer: Shown }) {
  const words = useWords(zh, en)
  const [broken, setBroken] = useState(comer.faceJpegBase64 === null)
  return (
    <figure className="h-face">
      {broken ? (
        <div className="h-face-none">
          <Icon name="person" size={72} />
          <figcaption>{words.noFace}</figcaption>
        </div>
      ) : (
        <img src={`data:image/jpeg;base64,${comer.faceJpegBase64}`} alt={words.face} onError={() => setBroken(true)} />
      )}
    </figure>
  )
}
