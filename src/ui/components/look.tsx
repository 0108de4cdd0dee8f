import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { type ReactNode, useEffect } from 'react'
import { antdTheme } from '../antd-theme.ts'
import { type Language, useLanguage } from '../words.ts'

const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
const theme = antdTheme({ still })
// The bundler hands over the default export itself; the declarations, read as CommonJS, promise it one level deeper.
const locales = { zh: zhCN, en: enUS } as unknown as Record<Language, NonNullable<ConfigProviderProps['locale']>>

/** Gives everything inside the look of the house and the person's language. One at the root of the portal. */
export function Look({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  useEffect(() => void (document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'), [language])
  return (
    <ConfigProvider
      locale={locales[language]}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      form={{ scrollToFirstError: { focus: true }, requiredMark: true, colon: false }}
      virtual
    >
      {children}
    </ConfigProvider>
  )
}
