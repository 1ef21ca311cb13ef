import { expect, test } from 'vitest';
import { serviceUrl } from './service-url.ts';

test.each([
  ['https://hx.example/embed/v1.js', 'https://hx.example'],
  ['https://hx.example/embed/v1.js?2026#x', 'https://hx.example'],
  ['https://www.example.gov.cn/huixin/embed/0.1.0/huixin.js', 'https://www.example.gov.cn/huixin'],
  ['http://127.0.0.1:8787/embed/chunks/track.view-Ab.js', 'http://127.0.0.1:8787'],
  ['https://hx.example/embed/v1/jingmen.js', 'https://hx.example'],
  ['https://www.example.gov.cn/huixin/embed/v1/jingmen.js?2026', 'https://www.example.gov.cn/huixin'],
  ['https://hx.example/embed/v1/jingmen/chunks/track.view-Ab.js', 'https://hx.example'],
  // Slugs that look like a part of the path.
  ['https://hx.example/embed/v1/embed.js', 'https://hx.example'],
  ['https://embed.example/embed/embed/v1/v1.js', 'https://embed.example/embed'],
  ['https://hx.example/elsewhere.js', 'https://hx.example'],
])('the service of %s is at %s', (script, service) => {
  expect(serviceUrl(script)).toBe(service);
});
