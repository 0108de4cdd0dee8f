import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { Grant } from '../../../kernel/actor.ts'
import { instant } from '../../../kernel/instant.ts'
import { Icon } from '../../../ui/components/mark/icon.tsx'
import { SealMark } from '../../../ui/components/mark/seal-mark.tsx'
import { Notices } from '../../../ui/components/page/notices.tsx'
import { showInstant } from '../../../ui/format.ts'
import { setLanguage, useLanguage, useWords } from '../../../ui/words.ts'
import { bottomBarOf, entryAt, type NavEntry, navigationOf, type NavSection, rolesOf } from './frame/navigation.ts'
import type { PortalPage } from './frame/portal-page.ts'
import { PersonMenu } from './frame/person-menu.tsx'
import { en } from './frame/words.en.ts'
import { zh } from './frame/words.zh.ts'

/** Whom the frame is drawn for; null when nobody is signed in. */
export type FramePerson = { readonly name: string; readonly grants: readonly Pick<Grant, 'role' | 'scope'>[] }
export type FrameProps = {
  readonly person: FramePerson | null
  readonly pages: readonly PortalPage[]
  /** The time of a demonstration, told in the top bar; null on a real platform. */
  readonly demonstrationNow: number | null
  readonly onSignOut: () => void
  readonly children: ReactNode
}

/** Top bar, side navigation by role (a bottom bar on phones), and the page in the middle. */
export function Frame({ person, pages, demonstrationNow, onSignOut, children }: FrameProps) {
  const words = useWords(zh, en)
  const roles = person && rolesOf(person.grants)
  const sections = person ? navigationOf(pages, roles) : []
  const { pathname } = useLocation()
  const [drawnAt, setDrawnAt] = useState<string | null>(null)
  return (
    <div className={sections.length > 0 ? 'z-frame' : 'z-frame z-frame-bare'}>
      <a className="z-skip" href="#main">
        {words.skip}
      </a>
      <header className="z-top">
        <Link className="z-brand" to="/home">
          <SealMark size={32} />
          <span className="z-brand-name">{words.name}</span>
          <span className="z-brand-platform">{words.platform}</span>
        </Link>
        <div className="z-top-right">
          {demonstrationNow !== null && <DemonstrationTime now={demonstrationNow} />}
          <LanguageSwitch />
          {person ? (
            <PersonMenu person={person} onSignOut={onSignOut} />
          ) : (
            <Link className="z-top-link" to="/sign-in">
              {words.signIn}
            </Link>
          )}
        </div>
      </header>
      {sections.length > 0 && <SideNav sections={sections} drawn={drawnAt === pathname} onClose={() => setDrawnAt(null)} />}
      <main id="main" className="z-main" tabIndex={-1}>
        <div className="z-content">{children}</div>
      </main>
      <Notices />
      {sections.length > 0 && <BottomBar entries={bottomBarOf(pages, roles)} onMore={() => setDrawnAt(pathname)} />}
    </div>
  )
}

function DemonstrationTime({ now }: { readonly now: number }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <span className="z-demonstration">
      <span>{words.demonstration}</span>
      <time>{showInstant(instant(now), language)}</time>
    </span>
  )
}

function LanguageSwitch() {
  const language = useLanguage()
  const words = useWords(zh, en)
  return (
    <button
      type="button"
      className="z-top-link"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <Icon name="language" size={16} />
      <span className="z-top-text">{words.language}</span>
    </button>
  )
}

function SideNav({
  sections,
  drawn,
  onClose,
}: {
  readonly sections: readonly NavSection[]
  readonly drawn: boolean
  readonly onClose: () => void
}) {
  const words = useWords(zh, en)
  const { pathname } = useLocation()
  const now = entryAt(
    sections.flatMap(section => section.entries),
    pathname,
  )
  return (
    <nav className={drawn ? 'z-side z-side-drawn' : 'z-side'} aria-label={words.menu}>
      <button type="button" className="z-icon-button z-side-close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      {sections.map(section => (
        <div key={section.group} className="z-side-group">
          <p>{words.groups[section.group]}</p>
          {section.entries.map(entry => (
            <NavItem key={entry.path} entry={entry} isNow={entry.path === now} />
          ))}
        </div>
      ))}
    </nav>
  )
}

function BottomBar({ entries, onMore }: { readonly entries: readonly NavEntry[]; readonly onMore: () => void }) {
  const words = useWords(zh, en)
  const now = entryAt(entries, useLocation().pathname)
  return (
    <nav className="z-bottom" aria-label={words.menu}>
      {entries.map(entry => (
        <NavItem key={entry.path} entry={entry} isNow={entry.path === now} />
      ))}
      <button type="button" className="z-nav" onClick={onMore}>
        <Icon name="menu" />
        <span>{words.more}</span>
      </button>
    </nav>
  )
}

function NavItem({ entry, isNow }: { readonly entry: NavEntry; readonly isNow: boolean }) {
  const language = useLanguage()
  return (
    <Link
      className={isNow ? 'z-nav active' : 'z-nav'}
      aria-current={isNow ? 'page' : undefined}
      to={entry.path}
      reloadDocument={entry.elsewhere === true}
    >
      <Icon name={entry.nav.icon} />
      <span>{entry[language]}</span>
    </Link>
  )
}
