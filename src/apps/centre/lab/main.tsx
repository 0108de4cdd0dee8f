import { render } from 'preact'
import { DesktopPage } from '../../../modules/lab/pages/desktop/desktop-page.tsx'
import { TasksPage } from '../../../modules/lab/pages/tasks-page.tsx'
import { whenSignedOut } from '../../../ui/client.ts'
import { markDocument } from '../../../ui/words.ts'

const worldId = /^\/lab\/worlds\/([^/]+)\/?$/.exec(location.pathname)?.[1]

// whoever is not signed in signs in and comes back
whenSignedOut(() => location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`))
markDocument()
render(worldId === undefined ? <TasksPage /> : <DesktopPage worldId={worldId} />, document.getElementById('root') as HTMLElement)
