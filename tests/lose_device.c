/* A layer of Vulkan by which the graphics device is lost as soon as there is a file of the name
 * that LOSE_DEVICE has: drivers do that when they are renewed or a session is parted. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vulkan/vk_layer.h>

static PFN_vkGetInstanceProcAddr next_instance;
static PFN_vkGetDeviceProcAddr next_device;
static PFN_vkQueueSubmit next_submit;
static PFN_vkQueuePresentKHR next_present;
static VkInstance instance;

VK_LAYER_EXPORT PFN_vkVoidFunction VKAPI_CALL lose_device_of(VkDevice device, const char *name);
VK_LAYER_EXPORT PFN_vkVoidFunction VKAPI_CALL lose_instance_of(VkInstance of, const char *name);

static int is_lost(void) {
    const char *file = getenv("LOSE_DEVICE");
    return file != NULL && access(file, F_OK) == 0;
}

static VkResult VKAPI_CALL submit(VkQueue queue, uint32_t count, const VkSubmitInfo *what,
                                  VkFence fence) {
    return is_lost() ? VK_ERROR_DEVICE_LOST : next_submit(queue, count, what, fence);
}

static VkResult VKAPI_CALL present(VkQueue queue, const VkPresentInfoKHR *what) {
    return is_lost() ? VK_ERROR_DEVICE_LOST : next_present(queue, what);
}

static VkResult VKAPI_CALL create_instance(const VkInstanceCreateInfo *info,
                                           const VkAllocationCallbacks *memory, VkInstance *made) {
    VkLayerInstanceCreateInfo *link = (VkLayerInstanceCreateInfo *)info->pNext;
    while (link->sType != VK_STRUCTURE_TYPE_LOADER_INSTANCE_CREATE_INFO
           || link->function != VK_LAYER_LINK_INFO)
        link = (VkLayerInstanceCreateInfo *)link->pNext;
    next_instance = link->u.pLayerInfo->pfnNextGetInstanceProcAddr;
    link->u.pLayerInfo = link->u.pLayerInfo->pNext;
    PFN_vkCreateInstance create =
        (PFN_vkCreateInstance)next_instance(VK_NULL_HANDLE, "vkCreateInstance");
    VkResult result = create(info, memory, made);
    instance = *made;
    return result;
}

static VkResult VKAPI_CALL create_device(VkPhysicalDevice card, const VkDeviceCreateInfo *info,
                                         const VkAllocationCallbacks *memory, VkDevice *made) {
    VkLayerDeviceCreateInfo *link = (VkLayerDeviceCreateInfo *)info->pNext;
    while (link->sType != VK_STRUCTURE_TYPE_LOADER_DEVICE_CREATE_INFO
           || link->function != VK_LAYER_LINK_INFO)
        link = (VkLayerDeviceCreateInfo *)link->pNext;
    PFN_vkGetInstanceProcAddr next = link->u.pLayerInfo->pfnNextGetInstanceProcAddr;
    next_device = link->u.pLayerInfo->pfnNextGetDeviceProcAddr;
    link->u.pLayerInfo = link->u.pLayerInfo->pNext;
    PFN_vkCreateDevice create = (PFN_vkCreateDevice)next(instance, "vkCreateDevice");
    VkResult result = create(card, info, memory, made);
    if (result == VK_SUCCESS) {
        next_submit = (PFN_vkQueueSubmit)next_device(*made, "vkQueueSubmit");
        next_present = (PFN_vkQueuePresentKHR)next_device(*made, "vkQueuePresentKHR");
    }
    return result;
}

static PFN_vkVoidFunction own(const char *name) {
    static const struct {
        const char *name;
        PFN_vkVoidFunction function;
    } table[] = {
        {"vkCreateInstance", (PFN_vkVoidFunction)create_instance},
        {"vkCreateDevice", (PFN_vkVoidFunction)create_device},
        {"vkGetInstanceProcAddr", (PFN_vkVoidFunction)lose_instance_of},
        {"vkGetDeviceProcAddr", (PFN_vkVoidFunction)lose_device_of},
        {"vkQueueSubmit", (PFN_vkVoidFunction)submit},
        {"vkQueuePresentKHR", (PFN_vkVoidFunction)present},
    };
    for (size_t at = 0; at < sizeof table / sizeof *table; at++)
        if (strcmp(table[at].name, name) == 0) return table[at].function;
    return NULL;
}

PFN_vkVoidFunction VKAPI_CALL lose_device_of(VkDevice device, const char *name) {
    PFN_vkVoidFunction function = own(name);
    return function != NULL ? function : next_device(device, name);
}

PFN_vkVoidFunction VKAPI_CALL lose_instance_of(VkInstance of, const char *name) {
    PFN_vkVoidFunction function = own(name);
    return function != NULL ? function : next_instance(of, name);
}
