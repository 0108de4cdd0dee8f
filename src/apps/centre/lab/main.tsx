import '../../../ui/older-browsers.ts'
import { render } from 'preact'
import { DesktopPage } from '../../../modules/lab/pages/desktop/desktop-page.tsx'
import { BoardPage } from '../../../modules/lab/pages/board/board-page.tsx'
import { MirrorPage } from '../../../modules/lab/pages/board/mirror-page.tsx'
import { WorkshopsPage } from '../../../modules/lab/pages/board/workshops-page.tsx'
import { ReplayPage } from '../../../modules/lab/pages/replay-page.tsx'
import { TasksPage } from '../../../modules/lab/pages/tasks-page.tsx'
import { whenSignedOut } from '../../../ui/client.ts'
import { markDocument } from '../../../ui/words.ts'

/**
 * `/lab` lists the tasks, `/lab/worlds/…` is a world, `/lab/worlds/…/replay?seq=` its past; a teacher names the owner. `/lab/board` lists the
 * workshops of a teacher, `/lab/board/<institution>/<workshop>` is a board, one segment more the desktop of a trainee.
 */
function Laboratory() {
  const [board, institution, workshopId, ownerId] = /^\/lab\/board(?:\/(\d{8})\/([\w-]+)(?:\/([\w-]+))?)?\/?$/.exec(location.pathname) ?? []
  if (board !== undefined) {
    if (institution === undefined || workshopId === undefined) return <WorkshopsPage />
    if (ownerId === undefined) return <BoardPage institution={institution} workshopId={workshopId} />
    return <MirrorPage institution={institution} workshopId={workshopId} ownerId={ownerId} />
  }
  const [, worldId, replay] = /^\/lab\/worlds\/([^/]+)(\/replay)?\/?$/.exec(location.pathname) ?? []
  if (worldId === undefined) return <TasksPage />
  if (replay === undefined) return <DesktopPage worldId={worldId} />
  const asked = new URLSearchParams(location.search)
  const seq = Number(asked.get('seq') ?? Number.NaN)
  return <ReplayPage worldId={worldId} seq={Number.isSafeInteger(seq) && seq > 0 ? seq : null} ownerId={asked.get('owner')} />
}

// whoever is not signed in signs in and comes back
whenSignedOut(() => location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`))
markDocument()
render(<Laboratory />, document.getElementById('root') as HTMLElement)
