/** Fills a running service with the demo through its API; the last step is POST /v1/operator/ready. */
export async function seed(
  baseUrl: string,
  operatorToken: string,
  log: (line: string) => void,
): Promise<void> {
  log('nothing to sow yet');
  const headers = { Authorization: `Bearer ${operatorToken}` };
  const response = await fetch(`${baseUrl}/v1/operator/ready`, { method: 'POST', headers });
  if (!response.ok) throw new Error(`POST /v1/operator/ready: ${response.status} ${await response.text()}`);
}
