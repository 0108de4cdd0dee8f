import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readLateEvents, readReview } from '../../../contract.ts'
import { useHall } from '../desk/hall.ts'
import { FoundList } from './found-list.tsx'
import { reviewLines } from './found-text.ts'
import { DecisionTable } from './decision-table.tsx'
import { LateList } from './late-list.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './review.css'

const EVERY_SECONDS = 10

/** What no server decides: work that came after the end, and records of two servers that contradict each other. */
export function ReviewPage() {
  const words = useWords(zh, en)
  const { sittingId } = useHall().sitting
  const late = useRead(readLateEvents, { params: { sittingId } }, { everySeconds: EVERY_SECONDS })
  const review = useRead(readReview, { params: { sittingId } }, { everySeconds: EVERY_SECONDS })
  const lines = review.data === undefined ? [] : reviewLines(review.data)
  const waits = [
    [words.waitingLate, late.data?.waiting.length ?? 0],
    [words.waitingFound, lines.length],
  ] as const
  const waiting = waits.flatMap(([text, n]) => (n > 0 ? [fill(text, { n })] : []))
  return (
    <div className="h-review">
      <PageHead title={words.title} purpose={words.purpose} waiting={waiting.length > 0 ? waiting.join(words.join) : undefined} />
      <section className="h-sheet" aria-labelledby="h-late">
        <h2 id="h-late">{words.late.title}</h2>
        {late.isPending ? (
          <WaitingSkeleton lines={3} head={false} />
        ) : late.data === undefined ? (
          <RefusalNote refusal={late.error?.told} onRetry={() => void late.refetch()} />
        ) : (
          <>
            <LateList late={late.data} />
            {late.data.decisions.length > 0 && <DecisionTable late={late.data} />}
          </>
        )}
      </section>
      <section className="h-sheet" aria-labelledby="h-found">
        <h2 id="h-found">{words.found.title}</h2>
        {review.isPending ? (
          <WaitingSkeleton lines={3} head={false} />
        ) : review.data === undefined ? (
          <RefusalNote refusal={review.error?.told} onRetry={() => void review.refetch()} />
        ) : (
          <FoundList lines={lines} />
        )}
      </section>
    </div>
  )
}
