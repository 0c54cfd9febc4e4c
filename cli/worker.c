/* worker.c: a process that converts inputs, one after another. */
#include "worker.h"

#include "frames.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where the worker's end of the socket lies in the worker. */
enum { worker_socket = 3 };

/* A descriptor travels beside the index of the input (unix(7), SCM_RIGHTS). */
union rights {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(int))];
};

/* --- in the worker --- */

/* The next input and its descriptor; false: there is none. */
static bool
take_request(int socket, size_t *ret_index, int *ret_fd)
{
    union rights rights;
    struct iovec part = {ret_index, sizeof *ret_index};
    struct msghdr message = {
        .msg_iov = &part,
        .msg_iovlen = 1,
        .msg_control = &rights,
        .msg_controllen = sizeof rights,
    };
    ssize_t got;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (got != (ssize_t)sizeof *ret_index || !header || header->cmsg_type != SCM_RIGHTS) {
        return false;
    }
    memcpy(ret_fd, CMSG_DATA(header), sizeof *ret_fd);
    return true;
}

/* A pipe that was opened without waiting seems to be at its end until somebody writes. */
static void
await_writer(int fd)
{
    struct stat status;
    if (fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode)) {
        struct pollfd wanted = {.fd = fd, .events = POLLIN};
        while (poll(&wanted, 1, -1) < 0 && errno == EINTR) {
        }
    }
}

static void
serve(const struct conversion *conversion, struct anf_context *ctx)
{
    size_t index;
    int fd;
    bool heard = true;
    while (heard && take_request(worker_socket, &index, &fd)) {
        await_writer(fd);
        heard = transfer_run(conversion, &conversion->inputs.items[index], fd, ctx, worker_socket);
        close(fd);
    }
}

/* Keep the socket and nothing else of what the program has open. */
static bool
leave_descriptors(int socket, bool keep_messages)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0 ||
        (!keep_messages && dup2(null, STDERR_FILENO) < 0)) {
        return false;
    }
    if (socket != worker_socket && dup3(socket, worker_socket, O_CLOEXEC) < 0) {
        return false;
    }
    return close_range(worker_socket + 1, ~0U, 0) == 0;
}

static bool
shut_in(const struct options *options, struct anf_context *ctx)
{
    if (sandbox_enter(&options->worker, ctx)) {
        return true;
    }
    char message[160];
    snprintf(message, sizeof message, "the sandbox cannot be entered: %s; see --sandbox",
             strerrordesc_np(errno));
    struct anf_diagnostic diagnostic = {
        .severity = ANF_SEVERITY_ERROR,
        .code = ANF_CODE_SANDBOX_MISSING,
        .message = message,
    };
    frame_send_diagnostic(worker_socket, &diagnostic);
    return false;
}

static void
worker_main(int socket, pid_t parent, const struct conversion *conversion, struct anf_context *ctx)
{
    const struct options *options = conversion->options;
    bool shut = options->sandbox != sandbox_off;
    /* Who was orphaned before the call is not told. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent ||
        !leave_descriptors(socket, !shut) || (shut && !shut_in(options, ctx))) {
        exit(EXIT_FAILURE);
    }
    serve(conversion, ctx);
    exit(EXIT_SUCCESS);
}

/* --- in the program that started it --- */

bool
worker_start(struct worker *worker, const struct conversion *conversion, struct anf_context *ctx)
{
    int sockets[2];
    pid_t self = getpid();
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    /* What lies in a buffer would be written twice. */
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        worker_main(sockets[1], self, conversion, ctx);
    }
    int error = errno;
    close(sockets[1]);
    if (pid < 0) {
        close(sockets[0]);
        errno = error;
        return false;
    }
    *worker = (struct worker){pid, sockets[0]};
    return true;
}

bool
worker_give(const struct worker *worker, size_t index, int fd)
{
    union rights rights = {
        .header =
            {
                .cmsg_level = SOL_SOCKET,
                .cmsg_type = SCM_RIGHTS,
                .cmsg_len = CMSG_LEN(sizeof fd),
            },
    };
    struct iovec part = {&index, sizeof index};
    struct msghdr message = {
        .msg_iov = &part,
        .msg_iovlen = 1,
        .msg_control = &rights,
        .msg_controllen = sizeof rights,
    };
    memcpy(CMSG_DATA(CMSG_FIRSTHDR(&message)), &fd, sizeof fd);
    ssize_t sent;
    do {
        sent = sendmsg(worker->socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)sizeof index;
}

int
worker_end(struct worker *worker, bool kill_it)
{
    int how = 0;
    if (kill_it) {
        kill(worker->pid, SIGKILL);
    }
    /* It hears that this is the end also where close fails. */
    shutdown(worker->socket, SHUT_RDWR);
    close(worker->socket);
    while (waitpid(worker->pid, &how, 0) < 0 && errno == EINTR) {
    }
    *worker = (struct worker){0};
    return how;
}
