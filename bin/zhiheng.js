#!/usr/bin/env node
/** The installed command: the product's verbs and nothing of the workshop. */
import process from 'node:process'
import { launch } from './launch.js'

const args = process.argv.slice(2)
launch('src/apps/cli/main.ts', args.length > 0 ? args : ['help'])
