import { useMemo } from '../../../../ui/hooks.ts'
import { DesktopAt } from '../../../../modules/lab/pages/desktop/desktop-page.tsx'
import type { WorldDoor } from '../../../../modules/lab/pages/desktop/world-door.ts'
import type { ItemWorld } from '../../engine/world/item-world.ts'
import '../../../../ui/components/page/page.css'
import '../../../../modules/lab/pages/lab.css'
import '../../../../modules/lab/apps/desk/pages/desk.css'
import '../../../../modules/lab/apps/net/pages/net.css'
import '../../../../modules/lab/apps/mail/pages/mail.css'

/** A file is fetched with the token of the exam, which no address may hold; such a link is caught before it leads anywhere. */
const FILE = '#world-file/'

/** The desktop of the laboratory in the exam client. A bundle of its own: whoever sits a theory paper never loads it. */
export function WorldDesktop({ world }: { readonly world: ItemWorld }) {
  const door = useMemo(() => doorOf(world), [world])
  return (
    <div className="x-world-desktop" onClickCapture={event => void catchFile(event, world)}>
      <DesktopAt door={door} />
    </div>
  )
}

function doorOf(world: ItemWorld): WorldDoor {
  return {
    open: () => world.open(),
    command: ({ type, data, expectedSeq }) => world.act({ type, data, expectedSeq }),
    fileUrl: (app, id) => `${FILE}${app}/${encodeURIComponent(id)}`,
    isExam: true,
  }
}

async function catchFile(event: { readonly target: EventTarget | null; preventDefault(): void }, world: ItemWorld): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(`a[href^="${FILE}"]`) : null
  if (link === null) return
  event.preventDefault()
  const [app = '', file = ''] = (link.getAttribute('href') ?? '').slice(FILE.length).split('/')
  const fetched = await world.file(app, decodeURIComponent(file))
  if (!fetched.ok) return
  const address = URL.createObjectURL(fetched.value)
  const out = document.createElement('a')
  out.href = address
  out.download = link.download || decodeURIComponent(file)
  out.click()
  URL.revokeObjectURL(address)
}
