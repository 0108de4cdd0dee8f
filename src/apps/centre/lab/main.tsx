import '../../../ui/older-browsers.ts'
import { render } from 'preact'
import { DesktopPage } from '../../../modules/lab/pages/desktop/desktop-page.tsx'
import { ReplayPage } from '../../../modules/lab/pages/replay-page.tsx'
import { TasksPage } from '../../../modules/lab/pages/tasks-page.tsx'
import { whenSignedOut } from '../../../ui/client.ts'
import { markDocument } from '../../../ui/words.ts'

/** `/lab` lists the tasks, `/lab/worlds/…` is a world, `/lab/worlds/…/replay?seq=` its past; a teacher names the owner. */
function Laboratory() {
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
