import '../../../ui/older-browsers.ts'
import { render } from 'preact'
import type { ComponentType } from 'react'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { useEffect, useState } from '../../../ui/hooks.ts'
import { markDocument, useWords } from '../../../ui/words.ts'
import { PublicFrame } from './frame.tsx'
import { HomePage } from './home.tsx'
import { pageAt, publicPages } from './page-table.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Each public page is a document of its own; only its code is fetched when it is the one asked for. */
function PublicPages() {
  const words = useWords(zh, en)
  const path = location.pathname
  const found = pageAt(publicPages, path)
  const [Page, setPage] = useState<ComponentType | null>(null)
  useEffect(() => void found?.load().then(page => setPage(() => page)), [found])
  if (path === '/') return <HomePage />
  if (!found)
    return (
      <EmptyState
        what={words.notFound.what}
        how={words.notFound.how}
        action={
          <a className="z-button" href="/">
            {words.home}
          </a>
        }
      />
    )
  return Page ? <Page /> : null
}

markDocument()
render(
  <PublicFrame>
    <PublicPages />
  </PublicFrame>,
  document.getElementById('root') as HTMLElement,
)
