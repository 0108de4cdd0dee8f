import type { ReactNode } from 'react'
import { SealMark } from '../../../ui/components/mark/seal-mark.tsx'
import { useEffect, useRef } from '../../../ui/hooks.ts'
import { setLanguage, useLanguage, useWords } from '../../../ui/words.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

/** A quiet sheet in the middle of the page. Its heading takes the focus, so that a screen reader says what has come. */
export function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [title])
  return (
    <div className="x-frame">
      <header className="x-frame-top">
        <SealMark size={32} />
        <span className="x-brand">{words.brand}</span>
        <button
          type="button"
          className="z-link"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {words.language}
        </button>
      </header>
      <main className="x-sheet">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
