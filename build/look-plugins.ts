import { fileURLToPath } from 'node:url'
import type { CSSOptions, Plugin } from 'vite'
import { cssVariables } from '../src/ui/tokens.ts'

export const root = fileURLToPath(new URL('../', import.meta.url))

type CssPlugin = Extract<NonNullable<Exclude<CSSOptions['postcss'], string | undefined>['plugins']>[number], { postcssPlugin: string }>

/** Writes the tokens of `ui/tokens.ts` where a style sheet says `@zhiheng-tokens`. */
export const tokensInCss: CssPlugin = {
  postcssPlugin: 'zhiheng-tokens',
  AtRule: {
    'zhiheng-tokens': rule => {
      const { source } = rule
      const place = source ? { source } : {}
      rule.replaceWith({
        selector: ':root',
        ...place,
        nodes: Object.entries(cssVariables()).map(([name, value]) => ({ prop: `--${name}`, value, ...place })),
      })
    },
  },
}

const REACT_ONLY = /^(react|react-dom|react-router|antd|@tanstack\/react-query)(\/|$)/

/** In a Preact bundle: `ui/hooks.ts` is `preact/hooks`, and whatever belongs to React is refused instead of slipping in. */
export function preactDoor(): Plugin {
  return {
    name: 'zhiheng-preact-door',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (REACT_ONLY.test(source))
        throw new Error(`${importer ?? 'the entry'} imports ${source}, but this bundle runs on Preact: take hooks from ui/hooks.ts`)
      if (!source.endsWith('/hooks.ts')) return null
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true })
      return resolved?.id === `${root}src/ui/hooks.ts` ? this.resolve('preact/hooks', importer, { ...options, skipSelf: true }) : resolved
    },
  }
}
