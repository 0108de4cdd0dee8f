import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useMemo, useState } from '../../../../ui/hooks.ts'
import { useWords } from '../../../../ui/words.ts'
import type { AppPageProps, Around, WorldAnswer } from '../app-page.ts'
import { LAB_PAGES } from '../registry.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { AddressBar } from './address-bar.tsx'
import { type Tab, appFor, tabOf } from './addresses.ts'
import { ClockBar } from './clock-bar.tsx'
import { TaskPane } from './task-pane.tsx'
import { type HeldWorld, useWorld } from './use-world.ts'
import { type WorldDoor, ownDoor } from './world-door.ts'

/** 实验桌面: a browser in the page, the clock of the world above it, the task beside it. */
export function DesktopPage({ worldId }: { readonly worldId: string }) {
  const door = useMemo(() => ownDoor(worldId), [worldId])
  return <DesktopAt door={door} />
}

/** The desktop of the world behind a door. */
export function DesktopAt({ door }: { readonly door: WorldDoor }) {
  const held = useWorld(door)
  const words = useWords(zh, en).frame
  const { world, told } = held
  if (world === null) {
    if (told === null) return <p className="lab-loading">{words.loading}</p>
    return (
      <div className="lab-lost">
        <RefusalNote refusal={told} />
        {door.isExam ? (
          <button type="button" className="z-button" onClick={() => void held.reload()}>
            {words.again}
          </button>
        ) : (
          <a className="z-button" href="/lab">
            {words.back}
          </a>
        )}
      </div>
    )
  }
  return <Desktop held={held} world={world} />
}

/** Where each app was left, and which one is looked at. */
type Places = { readonly current: string | null; readonly at: Readonly<Record<string, string>>; readonly bar: string }

function Desktop({ held, world }: { readonly held: HeldWorld; readonly world: WorldAnswer }) {
  const tabs = world.apps.map(tabOf)
  const first = tabs[0]
  const [places, setPlaces] = useState<Places>({
    current: first?.id ?? null,
    at: first === undefined ? {} : { [first.id]: first.address },
    bar: first?.address ?? '',
  })
  const [open, setOpen] = useState(true)
  const go = (address: string): void => {
    const current = appFor(address, world.apps)
    setPlaces(before => ({ current, bar: address, at: current === null ? before.at : { ...before.at, [current]: address } }))
  }
  // a tab leads back to where its app was left; the tab that is open leads to the app's beginning
  const turn = (tab: Tab): void => go(tab.id === places.current ? tab.address : (places.at[tab.id] ?? tab.address))
  return (
    <div className={open ? 'lab-desktop' : 'lab-desktop lab-desktop-wide'}>
      <TaskPane held={held} world={world} open={open} onToggle={() => setOpen(!open)} />
      <div className="lab-window">
        <ClockBar held={held} world={world} />
        <AddressBar tabs={tabs} current={places.current} address={places.bar} around={world.view as Around} onGo={go} onTurn={turn} />
        <Told held={held} />
        <Views held={held} world={world} places={places} go={go} />
      </div>
    </div>
  )
}

type ViewsProps = {
  readonly held: HeldWorld
  readonly world: WorldAnswer
  readonly places: Places
  readonly go: (address: string) => void
}

/** Every app that was opened stays as it was left, half-written letters too; only the one that is looked at is shown. */
function Views({ held, world, places, go }: ViewsProps) {
  const words = useWords(zh, en).frame
  const around = world.view as Around
  const shared = {
    around,
    act: held.act,
    busy: held.busy,
    go,
    fileUrl: held.door.fileUrl,
  }
  const opened = world.apps.filter(app => places.at[app.id] !== undefined)
  return (
    <div className="lab-views">
      {places.current === null && <EmptyState what={words.noSuch} how="" />}
      {opened.map(({ id }) => {
        const Page = Object.hasOwn(LAB_PAGES, id) ? LAB_PAGES[id] : undefined
        const props: AppPageProps<never> = { ...shared, view: (around.apps[id] ?? {}) as never, address: places.at[id] ?? '' }
        return (
          <div
            className="lab-view"
            role="tabpanel"
            aria-labelledby={`tab-${id}`}
            tabIndex={0}
            hidden={id !== places.current}
            key={`${id}-${around.persona}-${around.lap}`}
          >
            {Page === undefined ? <EmptyState what={words.noPage} how="" /> : <Page {...props} />}
          </div>
        )
      })}
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
