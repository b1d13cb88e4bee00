/**
 * The one script. It asks without a page load, and copies quotes. Whatever fails, the form is sent as it would
 * be without a script. The answer's HTML comes from the answer's own page, so that there is one rendering.
 */
export const script = String.raw`
(() => {
  'use strict';
  const mostTurns = 6;
  const mostCharacters = 2000;
  const stages = { reading: 'Reading the question …', searching: 'Looking in the reports …', answering: 'Finding the words …' };
  const main = document.getElementById('main');
  const progress = document.getElementById('progress');
  const stage = document.getElementById('stage');
  const stop = document.getElementById('stop');
  let running = null;
  let shownPath = location.pathname;

  const articles = () => [...main.querySelectorAll('article.answer')];

  function setBusy(busy, message) {
    main.setAttribute('aria-busy', String(busy));
    progress.parentElement.classList.toggle('busy', busy);
    progress.textContent = message;
    stage.textContent = '';
    stop.hidden = !busy;
  }

  function history() {
    return articles().flatMap(({ dataset }) => [
      { role: 'user', content: dataset.question.slice(0, mostCharacters) },
      { role: 'assistant', content: dataset.answer.slice(0, mostCharacters) },
    ]).filter(({ content }) => content).slice(-mostTurns);
  }

  function requestOf(data, followsUp) {
    const request = { question: String(data.get('question') || '').trim() };
    const reports = data.getAll('reports').map(String);
    const turns = followsUp ? history() : [];
    if (turns.length > 0) request.history = turns;
    if (reports.length > 0) request.reports = reports;
    if (data.get('authority')) request.authority = String(data.get('authority'));
    if (data.get('from')) request.from = Number(data.get('from'));
    if (data.get('to')) request.to = Number(data.get('to'));
    return request;
  }

  function readEvent(block) {
    const event = { name: 'message', data: '' };
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith('event:')) event.name = line.slice(6).trim();
      if (line.startsWith('data:')) event.data += line.slice(5).trim();
    }
    return event;
  }

  async function answerOf(response) {
    if (!response.ok) throw new Error(String(response.status));
    if ((response.headers.get('content-type') || '').includes('json')) return response.json();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new Error('ended without an answer');
      const blocks = (waiting + value).split(/\r?\n\r?\n/);
      waiting = blocks.pop();
      for (const { name, data } of blocks.map(readEvent)) {
        if (name === 'status') stage.textContent = stages[JSON.parse(data).stage] || '';
        if (name === 'error') throw new Error(data);
        if (name === 'done') return JSON.parse(data);
      }
    }
  }

  async function ask(request, signal) {
    const response = await fetch('/v1/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(request),
      signal,
    });
    const { id } = await answerOf(response);
    const path = '/answers/' + encodeURIComponent(id);
    const page = await fetch(path, { signal });
    if (!page.ok) throw new Error(String(page.status));
    return { path, page: new DOMParser().parseFromString(await page.text(), 'text/html') };
  }

  function show({ path, page }, followsUp) {
    const earlier = followsUp ? articles() : [];
    main.replaceChildren(...page.getElementById('main').childNodes);
    const article = articles()[0];
    article.before(...earlier);
    document.title = page.title;
    window.history.pushState(null, '', path);
    shownPath = location.pathname;
    showCopyButtons();
    const heading = article.querySelector('h1');
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }

  async function submitted(event) {
    const form = event.target;
    if (!form.matches('form[data-ask]') || 'plain' in form.dataset) return;
    const data = new FormData(form, event.submitter);
    const followsUp = data.has('after');
    const request = requestOf(data, followsUp);
    if (!request.question) return;
    event.preventDefault();
    if (running) running.abort();
    const own = new AbortController();
    running = own;
    setBusy(true, 'Searching the reports. Press Escape to stop.');
    try {
      const shown = await ask(request, own.signal);
      if (running !== own) return;
      setBusy(false, '');
      show(shown, followsUp);
    } catch {
      if (own.signal.aborted) return;
      setBusy(false, '');
      form.dataset.plain = '';
      form.requestSubmit(event.submitter);
      delete form.dataset.plain;
    } finally {
      if (running === own) running = null;
    }
  }

  function cancel() {
    if (!running) return;
    running.abort();
    running = null;
    setBusy(false, 'Stopped.');
    const field = document.getElementById('question');
    if (field) field.focus();
  }

  function showCopyButtons() {
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
  }

  async function copy(button) {
    const words = button.firstChild;
    const before = words.data;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.data = 'Copied';
    } catch {
      words.data = 'Could not copy';
    }
    progress.textContent = words.data;
    setTimeout(() => { words.data = before; progress.textContent = ''; }, 2000);
  }

  document.addEventListener('submit', submitted);
  document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') cancel(); });
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-copy]');
    if (button) copy(button);
  });
  stop.addEventListener('click', cancel);
  // Moving within a page changes the fragment alone; another path was shown in place and must be fetched again.
  window.addEventListener('popstate', () => { if (location.pathname !== shownPath) location.reload(); });
  showCopyButtons();
})();
`;
