import { Link } from 'react-router'
import { clockOf, instant } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { listSittings } from '../../../../modules/exam/contract.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDay } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Sitting = AnswerOf<typeof listSittings>['sittings'][number]

/** The sittings of today within reach, with who has come. `quiet` shows nothing on a day without any. */
export function TodaySittings({ quiet }: { readonly quiet: boolean }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(listSittings, { query: {} }, { everySeconds: 60 })
  if (read.isPending) return <WaitingSkeleton lines={3} head={false} />
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const { day, sittings } = read.data
  if (quiet && sittings.length === 0) return null
  return (
    <Sheet title={words.today} note={showDay(localDate(day), language)} flush={sittings.length > 0}>
      {sittings.length === 0 ? (
        <EmptyState what={words.noSittings} how={words.noSittingsHow} />
      ) : (
        <table className="z-home-sittings">
          <thead>
            <tr>
              <th scope="col">{words.sitting.time}</th>
              <th scope="col">{words.sitting.paper}</th>
              <th scope="col">{words.sitting.level}</th>
              <th scope="col">{words.sitting.site}</th>
              <th scope="col" className="z-number">
                {words.sitting.seats}
              </th>
              <th scope="col" className="z-number">
                {words.sitting.present}
              </th>
            </tr>
          </thead>
          <tbody>
            {sittings.map(sitting => (
              <SittingRow key={sitting.sittingId} sitting={sitting} />
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}

function SittingRow({ sitting }: { readonly sitting: Sitting }) {
  const words = useWords(zh, en)
  const { sittingId, startsAt, endsAt, paper, levelName, siteName, seats } = sitting
  return (
    <tr>
      <th scope="row">
        <Link to={`/site/${sittingId}`}>{`${clockOf(instant(startsAt))}—${clockOf(instant(endsAt))}`}</Link>
      </th>
      <td>{words.paper[paper]}</td>
      <td>{levelName}</td>
      <td>{siteName}</td>
      <td className="z-number">{seats.expected}</td>
      <td className="z-number">{seats.checkedIn + seats.finished}</td>
    </tr>
  )
}
