import '../review/review.css'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readSebAtHall } from '../../../contract.ts'
import { useHall } from '../desk/hall.ts'
import { FileStep } from './file-step.tsx'
import { PrepareStep } from './prepare-step.tsx'
import { SeatsStep } from './seats-step.tsx'
import type { Seb } from './seb.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './seb.css'

const EVERY_SECONDS = 5

/** Safe Exam Browser of one sitting: its configuration, its file, and the seats at which something was not right. */
export function SebPage() {
  const words = useWords(zh, en)
  const { sittingId } = useHall().sitting
  const read = useRead(readSebAtHall, { params: { sittingId } }, { everySeconds: EVERY_SECONDS })
  const locked = read.data?.locks.length ?? 0
  return (
    <div className="h-seb">
      <PageHead title={words.title} purpose={words.purpose} waiting={locked > 0 ? fill(words.waiting, { n: locked }) : undefined} />
      {read.isPending ? (
        <WaitingSkeleton lines={6} />
      ) : read.data === undefined ? (
        <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
      ) : read.data.required ? (
        <Parts seb={read.data} />
      ) : (
        <EmptyState what={words.off} how={words.offHow} />
      )}
    </div>
  )
}

/** While people stand still their seats come first; before the day the configuration does. */
function Parts({ seb }: { readonly seb: Seb }) {
  const parts = [
    <PrepareStep key="prepare" prepared={seb.prepared} />,
    <FileStep key="file" prepared={seb.prepared} />,
    <SeatsStep key="seats" seb={seb} />,
  ]
  return seb.locks.length > 0 ? parts.toReversed() : parts
}
