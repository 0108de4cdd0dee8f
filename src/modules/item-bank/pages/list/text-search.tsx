import { Input } from 'antd'
import { useSearchParams } from 'react-router'
import { fill, useWords } from '../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The words looked for in contents, in the address; a new search begins on the first page. */
export function useText(): readonly [string, (text: string) => void] {
  const [address, setAddress] = useSearchParams()
  const set = (text: string) =>
    setAddress(now => {
      const next = new URLSearchParams(now)
      next.delete('page')
      next.delete('open')
      if (text.trim() === '') next.delete('text')
      else next.set('text', text.trim())
      return next
    })
  return [address.get('text') ?? '', set]
}

/** Searches contents only when told to: each search is put on record. */
export function TextSearch({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const words = useWords(zh, en)
  return (
    <div className="z-text-search">
      <Input.Search
        key={text}
        defaultValue={text}
        maxLength={200}
        aria-label={words.text}
        placeholder={words.text}
        enterButton={words.textAct}
        onSearch={value => onSearch(value)}
      />
      {text !== '' && (
        <p className="z-note">
          {fill(words.textShown, { text })}
          <button type="button" className="z-link" onClick={() => onSearch('')}>
            {words.textClear}
          </button>
        </p>
      )}
    </div>
  )
}
