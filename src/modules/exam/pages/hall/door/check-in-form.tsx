import { Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { urlOf } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { checkIn, ID_DOCUMENTS, type IdDocument, listSittings, showHall, showSeatPhoto } from '../../../contract.ts'
import type { Hall } from '../../answers.ts'
import { Portrait } from '../../portrait.tsx'
import { doorVerdict, type TakenSeat } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** What letting somebody in gave: the code of the exam machine, null for the practical paper. */
export type Admission = { readonly entryCode: string | null; readonly minutesLate: number }
type Props = { readonly hall: Hall; readonly seat: TakenSeat; readonly now: number; readonly onAdmitted: (admission: Admission) => void }

const tones = { early: 'waiting', onTime: 'done', late: 'waiting', tooLate: 'failing' } as const

/** Ticket, document, person: three things looked at, the photo beside them, one button. The clock's verdict stands above. */
export function CheckInForm({ hall, seat, now, onAdmitted }: Props) {
  const words = useWords(zh, en).door
  const [document, setDocument] = useState<IdDocument>('resident-id-card')
  const [ticketShown, setTicketShown] = useState(false)
  const [identityMatches, setIdentityMatches] = useState(false)
  const { act, busy, refusal } = useAct(checkIn, [showHall, listSittings])
  const submit = async () => {
    const body = { applicationId: seat.applicationId, document, ticketShown, identityMatches }
    const done = await act({ params: { sittingId: hall.sitting.sittingId }, body })
    if (done.ok) onAdmitted(done.value)
  }
  const verdict = doorVerdict(hall, now)
  if (verdict.kind === 'early' || verdict.kind === 'tooLate') return <Verdict hall={hall} now={now} />
  return (
    <form
      className="z-check-in"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <Verdict hall={hall} now={now} />
      <div className="z-check-in-look">
        <SeatPhoto hall={hall} seat={seat} />
        <div className="z-check-in-points">
          <fieldset className="z-check-in-document">
            <legend>{words.document}</legend>
            <Radio.Group
              value={document}
              options={ID_DOCUMENTS.map(value => ({ value, label: words.documents[value] }))}
              onChange={event => setDocument(event.target.value as IdDocument)}
            />
          </fieldset>
          <Checkbox checked={ticketShown} onChange={event => setTicketShown(event.target.checked)}>
            {words.ticketShown}
          </Checkbox>
          <Checkbox checked={identityMatches} onChange={event => setIdentityMatches(event.target.checked)}>
            {words.identityMatches}
          </Checkbox>
        </div>
      </div>
      <RefusalNote refusal={refusal} what={words.refused} />
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {words.admit}
      </Button>
    </form>
  )
}

function SeatPhoto({ hall, seat }: Pick<Props, 'hall' | 'seat'>) {
  const words = useWords(zh, en).door
  const { applicationId } = seat
  const source = urlOf(showSeatPhoto, { params: { sittingId: hall.sitting.sittingId, applicationId } })
  return <Portrait key={applicationId} source={source} alt={fill(words.photo, { name: seat.name })} missing={words.noPhoto} />
}

function Verdict({ hall, now }: { readonly hall: Hall; readonly now: number }) {
  const words = useWords(zh, en).door.verdicts
  const { kind, minutesLate } = doorVerdict(hall, now)
  const clock = clockOf(instant(kind === 'early' ? hall.entryFrom : hall.lateUntil))
  return (
    <p className={`z-verdict z-verdict-${kind}`} role="status">
      <StateShape tone={tones[kind]} size={16} />
      {fill(words[kind], { clock, n: minutesLate })}
    </p>
  )
}
