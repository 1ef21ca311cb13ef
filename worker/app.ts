/** Mounts the routes, in order. */
import { requestId } from 'hono/request-id';
import { centralRoutes } from './tenants/central.routes.ts';
import { docsRoutes } from './docs/docs.routes.ts';
import { feedRoutes } from './feed/feed.routes.ts';
import { bodySize } from './http/body-size.ts';
import { healthRoutes } from './http/health.routes.ts';
import { onError, problemResponse, Refused } from './http/problem.ts';
import { openToPages } from './http/public-read.ts';
import { newRouter } from './http/router.ts';
import { secureHeaders } from './http/secure-headers.ts';
import { importRoutes } from './imports/import.routes.ts';
import { publicLetterRoutes } from './letters/public.routes.ts';
import { staffLetterRoutes } from './letters/staff.routes.ts';
import { writerRoutes } from './letters/writer.routes.ts';
import { noticeRoutes } from './notices/notice.routes.ts';
import { pageRoutes } from './pages/pages.routes.ts';
import { authRoutes } from './staff/auth.routes.ts';
import { staffRoutes } from './staff/staff.routes.ts';
import { statsRoutes } from './stats/stats.routes.ts';
import { operatorRoutes } from './tenants/operator.routes.ts';
import { profileRoutes } from './tenants/profile.routes.ts';

export const app = newRouter();

app.onError(onError);
app.notFound((c) => problemResponse(c, new Refused('not_found')));
app.use(requestId());
app.use(secureHeaders);
app.use(bodySize);
app.use('/v1/tenants/*', openToPages);
app.use('/v1/letters/*', openToPages);

app.route('/', healthRoutes);
app.route('/', authRoutes);
app.route('/', profileRoutes);
app.route('/', publicLetterRoutes);
app.route('/', writerRoutes);
app.route('/', statsRoutes);
app.route('/', feedRoutes);
app.route('/', noticeRoutes);
app.route('/', staffRoutes);
app.route('/', staffLetterRoutes);
app.route('/', centralRoutes);
app.route('/', operatorRoutes);
app.route('/', importRoutes);
app.route('/', docsRoutes(app));
app.route('/', pageRoutes);
