import type { ReactNode } from 'react'
import { Icon } from '../../../ui/components/mark/icon.tsx'
import { SealMark } from '../../../ui/components/mark/seal-mark.tsx'
import { setLanguage, useLanguage, useWords } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The light frame of the public pages: the mark, two ways in, the language. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const words = useWords(zh, en)
  return (
    <>
      <a className="z-skip" href="#main">
        {words.skip}
      </a>
      <PublicTop />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="z-public-foot">
        <span>{words.name}</span>
        <span>{words.footer}</span>
      </footer>
    </>
  )
}

function PublicTop() {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <header className="z-public-top">
      <a className="z-public-brand" href="/">
        <SealMark size={36} />
        <span className="z-public-name">{words.name}</span>
        <span className="z-public-platform">{words.platform}</span>
      </a>
      <nav>
        <button
          type="button"
          className="z-public-link"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          <Icon name="language" size={16} />
          <span className="z-public-text">{words.language}</span>
        </button>
        <a className="z-public-link" href="/certificates">
          <Icon name="search" size={16} />
          <span className="z-public-text">{words.lookUp}</span>
        </a>
        <a className="z-button" href="/sign-in">
          {words.signIn}
        </a>
      </nav>
    </header>
  )
}
