// Browsers print without it; this is for whoever looks for a button, or presses p as at the desk.
const print = () => window.print();
document.querySelector('button').addEventListener('click', print);
document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
  if (key === 'p' && !ctrlKey && !metaKey && !altKey) print();
});
