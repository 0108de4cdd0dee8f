import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import { HallProvider } from '../../../modules/delivery/pages/hall/desk/hall.ts'
import { ControlDialog } from '../../../modules/delivery/pages/hall/halts/control-dialog.tsx'
import { useControl } from '../../../modules/delivery/pages/hall/halts/control-address.ts'
import { HaltBanner } from '../../../modules/delivery/pages/hall/halts/halt-banner.tsx'
import { WallPage } from '../../../modules/delivery/pages/hall/wall/wall-page.tsx'
import { WallProvider } from '../../../modules/delivery/pages/hall/wall/wall-provider.tsx'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { useWords } from '../../../ui/words.ts'
import { Frame, type Stand } from './frame.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const DoorPage = lazy(async () => ({ default: (await import('../../../modules/delivery/pages/hall/door/door-page.tsx')).DoorPage }))
const JournalPage = lazy(async () => ({
  default: (await import('../../../modules/delivery/pages/hall/journal/journal-page.tsx')).JournalPage,
}))
const RecordPage = lazy(async () => ({ default: (await import('../../../modules/delivery/pages/hall/record/record-page.tsx')).RecordPage }))
const ReviewPage = lazy(async () => ({ default: (await import('../../../modules/delivery/pages/hall/review/review-page.tsx')).ReviewPage }))
const SebPage = lazy(async () => ({ default: (await import('../../../modules/delivery/pages/hall/seb/seb-page.tsx')).SebPage }))
const ResultPage = lazy(async () => ({ default: (await import('../../../modules/delivery/pages/hall/result/result-page.tsx')).ResultPage }))

/** The pages of one sitting, over one stream of its wall. */
export function SittingPages(stand: Stand) {
  const words = useWords(zh, en)
  const { sittingId } = useParams()
  const sitting = stand.site.sittings.find(one => one.sittingId === sittingId)
  if (!sitting)
    return (
      <Frame {...stand}>
        <EmptyState what={words.noSitting} how={words.noSittingHow} />
      </Frame>
    )
  const { site, me, offsetMs } = stand
  return (
    <HallProvider value={{ site, sitting, me, offsetMs }}>
      <WallProvider>
        <Frame {...stand} control={<ControlButton />} banner={<HaltBanner />}>
          <Suspense fallback={<WaitingSkeleton lines={6} />}>
            <Routes>
              <Route path="wall" element={<WallPage />} />
              <Route path="door" element={<DoorPage />} />
              <Route path="journal" element={<JournalPage />} />
              <Route path="review" element={<ReviewPage />} />
              <Route path="seb" element={<SebPage />} />
              <Route path="record" element={<RecordPage />} />
              <Route path="result" element={<ResultPage />} />
              <Route path="*" element={<Navigate replace to="wall" />} />
            </Routes>
          </Suspense>
          <ControlDialog />
        </Frame>
      </WallProvider>
    </HallProvider>
  )
}

function ControlButton() {
  const words = useWords(zh, en)
  const [, go] = useControl()
  return (
    <button type="button" className="c-control" onClick={() => go('menu')}>
      {words.control}
    </button>
  )
}
