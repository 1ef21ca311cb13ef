/** The hosted pages: plain HTML which works wholly without scripts. */
import { Hono } from 'hono';
import type { AppEnv } from '../http/context.ts';

export const pageRoutes = new Hono<AppEnv>();
