import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, Route, Routes } from 'react-router'
import { readSite } from '../../../modules/delivery/contract.ts'
import { type ClockReading, offsetOf, withReading } from '../../../modules/delivery/pages/hall/desk/server-clock.ts'
import { currentSitting } from '../../../modules/delivery/pages/hall/desk/sittings.ts'
import { type Site, useTicking } from '../../../modules/delivery/pages/hall/desk/hall.ts'
import { HallSignIn } from '../../../modules/delivery/pages/hall/keeper/sign-in-page.tsx'
import { whenSignedOut } from '../../../ui/client.ts'
import { Notices } from '../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../ui/use-endpoint.ts'
import { SitePages } from './site-pages.tsx'
import { SittingPages } from './sitting-pages.tsx'

const EVERY_SECONDS = 5

/** The console for whoever is signed in at this machine. The address stays through sign-in, reload and loss of the server. */
export function Console() {
  const queries = useQueryClient()
  const site = useRead(readSite, {}, { everySeconds: EVERY_SECONDS })
  const offsetMs = useClockOffset(site.data, site.dataUpdatedAt)
  const now = useTicking(30_000)
  useEffect(() => whenSignedOut(() => void queries.invalidateQueries({ queryKey: [readSite.path] })), [queries])
  if (site.data === undefined)
    return (
      <div className="c-main">
        {site.isError ? <RefusalNote refusal={site.error.told} onRetry={() => void site.refetch()} /> : <WaitingSkeleton lines={6} />}
      </div>
    )
  const { me, sittings } = site.data
  // who brought in another roster is signed out by it, and still reads that it is in
  if (me === null)
    return (
      <>
        <HallSignIn site={site.data} />
        <Notices />
      </>
    )
  const stand = { site: site.data, me, offsetMs, lost: site.isError || site.failureCount > 0 }
  const first = currentSitting(sittings, now + offsetMs)
  const started = site.data.state === 'armed' || site.data.state === 'running'
  return (
    <Routes>
      <Route path="/site" element={<SitePages {...stand} />} />
      <Route path="/s/:sittingId/*" element={<SittingPages {...stand} />} />
      <Route path="*" element={<Navigate replace to={started && first ? `/s/${first.sittingId}/wall` : '/site'} />} />
    </Routes>
  )
}

function useClockOffset(site: Site | undefined, receivedAt: number): number {
  const [readings, keep] = useState<readonly ClockReading[]>([])
  // kept while it is read: an answer is a fact of this very render, and nothing is drawn in between
  if (site !== undefined && readings.at(-1)?.receivedAt !== receivedAt)
    keep(withReading(readings, { serverTime: site.serverTime, receivedAt }))
  return offsetOf(readings)
}
