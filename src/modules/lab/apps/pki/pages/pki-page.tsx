import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from '../../../../../ui/hooks.ts'
import { type Section, Sections, sectionOf } from '../../../pages/parts/sections.tsx'
import { useDrafts } from '../../../pages/parts/use-drafts.ts'
import type { AppPageProps } from '../../../pages/app-page.ts'
import { Apply } from './apply.tsx'
import { Certificates } from './certificates.tsx'
import { Directory } from './directory.tsx'
import { Emblem } from './emblem.tsx'
import { Home } from './home.tsx'
import { Keys } from './keys.tsx'
import { Mine } from './mine.tsx'
import { Review } from './review.tsx'
import { Sign } from './sign.tsx'
import { Verify } from './verify.tsx'
import type { PkiProps, PkiView } from './view.ts'
import { words } from './words.ts'

/** 认证中心: the public site of the authority, and the drawer of keys and certificates of this machine. */
export function PkiPage(props: AppPageProps<PkiView>) {
  const { view } = props
  const drafts = useDrafts()
  return (
    <div className="pki">
      <header className="pki-head">
        <Emblem />
        <div>
          <strong>{view.name}</strong>
          <span>{words.lead}</span>
        </div>
      </header>
      {view.opened ? <Site {...props} drafts={drafts} /> : <Arriving {...props} />}
    </div>
  )
}

/** Whoever comes to the site opens it: an act in the world, done once by arriving. */
function Arriving({ act, busy }: AppPageProps<PkiView>) {
  const [failed, setFailed] = useState<string | null>(null)
  const askedRef = useRef(false)
  const paneRef = useRef<HTMLDivElement | null>(null)
  const open = async (): Promise<void> => {
    const acted = await act('pki.open', {}, { quiet: true })
    setFailed(acted.kind === 'refused' ? acted.refusal.zh : acted.kind === 'lost' ? words.failed : null)
  }
  useEffect(() => {
    // a tab that stands behind another one arrives nowhere
    if (askedRef.current || paneRef.current?.closest('[hidden]') !== null) return
    askedRef.current = true
    void open()
  })
  if (failed === null)
    return (
      <div className="lab-loading" ref={paneRef}>
        {words.opening}
      </div>
    )
  return (
    <div className="pki-main" role="alert">
      <p>{failed}</p>
      <p>
        <button type="button" className="z-button" disabled={busy} onClick={() => void open()}>
          {words.again}
        </button>
      </p>
    </div>
  )
}

const PARTS: Readonly<Record<string, (props: PkiProps) => ReactNode>> = {
  '/': Home,
  '/apply': Apply,
  '/mine': Mine,
  '/certs': Certificates,
  '/keys': Keys,
  '/directory': Directory,
  '/sign': Sign,
  '/verify': Verify,
  '/review': Review,
}

function sectionsOf({ view, around }: PkiProps): readonly Section[] {
  const isOfficer = around.personas.find(p => p.id === around.persona)?.kind === 'ra'
  return [
    { path: '/', zh: words.home.title },
    { path: '/apply', zh: words.apply.title },
    { path: '/mine', zh: words.mine.title },
    { path: '/certs', zh: words.certs.title },
    { path: '/keys', zh: words.keys.title },
    { path: '/directory', zh: words.directory.title },
    { path: '/sign', zh: words.sign.title },
    { path: '/verify', zh: words.verify.title },
    ...(isOfficer ? [{ path: '/review', zh: words.review.title, count: view.review.length }] : []),
  ]
}

function Site(props: PkiProps) {
  const { address, go } = props
  const sections = sectionsOf(props)
  const Part = PARTS[sectionOf(address, sections)] ?? Home
  return (
    <>
      <Sections label={words.nav} sections={sections} address={address} go={go} />
      <div className="pki-main">
        <Part {...props} />
      </div>
    </>
  )
}
