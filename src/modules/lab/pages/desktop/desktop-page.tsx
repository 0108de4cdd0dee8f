import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useState } from '../../../../ui/hooks.ts'
import { useWords } from '../../../../ui/words.ts'
import type { AppPageProps, Around, WorldAnswer } from '../app-page.ts'
import { LAB_PAGES } from '../registry.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { AddressBar } from './address-bar.tsx'
import { appFor, tabOf } from './addresses.ts'
import { ClockBar } from './clock-bar.tsx'
import { TaskPane } from './task-pane.tsx'
import { type HeldWorld, useWorld } from './use-world.ts'

/** 实验桌面: a browser in the page, the clock of the world above it, the task beside it. */
export function DesktopPage({ worldId }: { readonly worldId: string }) {
  const held = useWorld(worldId)
  const words = useWords(zh, en).frame
  const { world, told } = held
  if (world === null) {
    if (told === null) return <p className="lab-loading">{words.loading}</p>
    return (
      <div className="lab-lost">
        <RefusalNote refusal={told} />
        <a className="z-button" href="/lab">
          {words.back}
        </a>
      </div>
    )
  }
  return <Desktop held={held} world={world} />
}

function Desktop({ held, world }: { readonly held: HeldWorld; readonly world: WorldAnswer }) {
  const words = useWords(zh, en).frame
  const around = world.view as Around
  const tabs = world.apps.map(tabOf)
  const [address, setAddress] = useState(tabs[0]?.address ?? '')
  const [open, setOpen] = useState(true)
  const app = appFor(address, world.apps)
  const Page = app === null || !Object.hasOwn(LAB_PAGES, app) ? undefined : LAB_PAGES[app]
  const props: AppPageProps<never> = {
    view: (around.apps[app ?? ''] ?? {}) as never,
    around,
    act: held.act,
    busy: held.busy,
    address,
    go: setAddress,
    fileUrl: (id, file) => `/api/lab/worlds/${world.worldId}/files/${id}/${encodeURIComponent(file)}`,
  }
  return (
    <div className={open ? 'lab-desktop' : 'lab-desktop lab-desktop-wide'}>
      <TaskPane held={held} world={world} open={open} onToggle={() => setOpen(!open)} />
      <div className="lab-window">
        <ClockBar held={held} world={world} />
        <AddressBar tabs={tabs} current={app} address={address} around={around} onGo={setAddress} />
        <Told held={held} />
        <div className="lab-view" role="tabpanel" aria-labelledby={`tab-${app}`} tabIndex={0}>
          {Page === undefined ? (
            <EmptyState what={app === null ? words.noSuch : words.noPage} how="" />
          ) : (
            <Page key={`${app}-${around.persona}-${around.lap}`} {...props} />
          )}
        </div>
      </div>
    </div>
  )
}

/** What the world said to the last act: a refusal stays until it is closed or something else is done; a caption is read out. */
function Told({ held: { told, refusal, captions, quiet } }: { readonly held: HeldWorld }) {
  const words = useWords(zh, en).frame
  const said = told === null ? (refusal?.zh ?? null) : told.zh
  return (
    <>
      {said !== null && (
        <div className="lab-said" role="alert">
          <span>{said}</span>
          <button type="button" className="z-link" onClick={quiet}>
            {words.closeNote}
          </button>
        </div>
      )}
      <p className="z-unseen" role="status">
        {captions.join('；')}
      </p>
    </>
  )
}
